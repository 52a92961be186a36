import type { Actor } from "../context.ts";
import { addToCounted, forgetCounted, stretchOf } from "../counted.ts";
import type { Db } from "../database/database.ts";
import { RequestCounts, type Quotas } from "./request-counts.ts";

export const windowSeconds = 60;
const shareMilliseconds = 1000;
const keptMilliseconds = 86_400_000;

/** What is left of a caller's quota, refused below nothing; `resetSeconds` until the next window. */
export type Left = { readonly quota: number; readonly left: number; readonly resetSeconds: number };

/**
 * Counts requests here and, once a second, shares the counts with the other processes on the database: together they
 * let a caller exceed a quota by at most what all of them let through in that second. While the database does not answer,
 * each goes on with its own count and the last it heard of the others; nothing is ever let through uncounted.
 */
export class RateLimiter {
  private readonly db: Db;
  private readonly clock: () => Date;
  private readonly quotas: Quotas;
  private since: Date;
  private counts: RequestCounts;

  constructor(db: Db, clock: () => Date, quotas: Quotas) {
    this.db = db;
    this.clock = clock;
    this.quotas = quotas;
    this.since = stretchOf(clock(), windowSeconds);
    this.counts = new RequestCounts(quotas);
  }

  take(actor: Actor | undefined, address: string): Left {
    const now = this.clock().getTime();
    const age = now - this.since.getTime();
    if (age < 0 || age >= windowSeconds * 1000) this.turn(now);
    const resetSeconds = windowSeconds - Math.floor((now - this.since.getTime()) / 1000);
    return { ...this.counts.take(actor, address), resetSeconds };
  }

  private turn(now: number): void {
    this.since = stretchOf(new Date(now), windowSeconds);
    this.counts = new RequestCounts(this.quotas);
    forgetCounted(this.db, new Date(now - keptMilliseconds)).catch(() => {});
  }

  async share(): Promise<void> {
    const { counts, since } = this;
    const shared = counts.takeUnshared();
    if (shared.length === 0) return;
    try {
      counts.heard(shared, await addToCounted(this.db, since, shared));
    } catch {
      // Next time, with what came meanwhile.
      counts.giveBack(shared);
    }
  }

  /** Shares every second until the returned function is called. */
  start(): () => void {
    const timer = setInterval(() => void this.share(), shareMilliseconds);
    timer.unref();
    return () => clearInterval(timer);
  }
}
