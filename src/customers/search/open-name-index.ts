import type pg from "pg";
import type { Db } from "../../foundation/database/database.ts";
import { listen } from "../../foundation/notices.ts";
import { FreshIndex } from "./fresh-index.ts";
import type { NameIndex } from "./name-index.ts";
import { type Habits, priorFrom, rememberedHabits } from "./regulars.ts";
import { type Found, search } from "./search.ts";

/** Where, by its id, and when somebody asks. */
export type Near = { readonly place: string | null; readonly at: Date; readonly limit: number };

export type OpenNameIndex = {
  /** Who may be meant, best first. Waits for the first filling. */
  readonly search: (text: string, near: Near) => Promise<readonly Found[]>;
  /** Resolves when all that was committed before is findable. */
  readonly catchUp: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

// A notice tells of every change at once; looking without one is for notices that were lost.
const lookMilliseconds = 200;

/**
 * Everybody by name, kept in this process's memory and fresh within milliseconds of a commit, whichever process made it.
 * Filling goes on in the background, some ten seconds for a million customers.
 */
export async function openNameIndex({ db, pool }: { readonly db: Db; readonly pool: pg.Pool }): Promise<OpenNameIndex> {
  const fresh = new FreshIndex(db);
  const notices = await listen(pool, "changes", () => fresh.wake());
  const timer = setInterval(() => fresh.wake(), lookMilliseconds).unref();
  const habits = rememberedHabits(db, (identity) => fresh.index?.customerOf(identity) ?? -1);
  return {
    search: async (text, { place, at, limit }) => {
      const index = await fresh.filled();
      return searchHere(index, text, limit, place === null ? new Map() : await habits(place, at));
    },
    catchUp: () => fresh.catchUp(),
    stop: async () => {
      clearInterval(timer);
      await notices.stop();
      await fresh.stop();
    },
  };
}

function searchHere(index: NameIndex, text: string, limit: number, habits: Habits): Found[] {
  const prior = habits.size > 0 ? priorFrom(habits, index.people.customers) : undefined;
  return search(index, text, { limit, prior }).map((found) => {
    const habit = habits.get(index.customerOf(found.customer));
    return habit ? { ...found, reasons: [...found.reasons, visitsInWords(habit.visits)] } : found;
  });
}

function visitsInWords(visits: number): string {
  return visits === 1 ? "was here once in the last 90 days" : `was here ${visits} times in the last 90 days`;
}
