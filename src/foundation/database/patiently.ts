import { setTimeout as pause } from "node:timers/promises";
import { isConnectionLost } from "./database.ts";

const attempts = 40;

/**
 * For the first things that a process asks of its database. The PostgreSQL that it found may have been on its way down,
 * because whoever used it last had just left; it is started again at once, so work that may be done twice is done again.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isConnectionLost(error)) throw error;
      await pause(25 * Math.min(attempt, 10));
    }
  }
}
