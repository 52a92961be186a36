import { setImmediate as breathe } from "node:timers/promises";
import type { Db } from "../../foundation/database/database.ts";
import { changesSince, identitiesNow, mostChanges } from "./changed.ts";
import type { NameIndex } from "./name-index.ts";

// A few milliseconds' work between two breaths: others are waiting for an answer meanwhile.
const atATime = 500;

/** Where one reader of the table `changes` stands. */
export class Follower {
  readonly #db: Db;
  readonly #index: NameIndex;
  #since: string;
  // Done already, of transactions that are not surely over: they will be shown again.
  #done = new Map<number, bigint>();

  constructor(db: Db, index: NameIndex, since: string) {
    this.#db = db;
    this.#index = index;
    this.#since = since;
  }

  /** Brings the index up to date with all that was committed before this was called. */
  async catchUp(): Promise<void> {
    for (;;) {
      const { running, changes } = await changesSince(this.#db, this.#since, [...this.#done.keys()]);
      await this.#reload(changes.flatMap(({ identities }) => identities));
      for (const { id, transaction } of changes) this.#done.set(id, BigInt(transaction));
      if (changes.length < mostChanges) return this.#goOnFrom(running);
    }
  }

  #goOnFrom(running: string): void {
    this.#since = running;
    for (const [id, transaction] of this.#done) if (transaction < BigInt(running)) this.#done.delete(id);
  }

  // As they are now, whatever the change was: to do it twice, or late, does no harm.
  async #reload(identities: readonly string[]): Promise<void> {
    const ids = [...new Set(identities)];
    for (let from = 0; from < ids.length; from += atATime) {
      const some = ids.slice(from, from + atATime);
      const known = await identitiesNow(this.#db, some);
      const there = new Set(known.map(({ id }) => id));
      for (const id of some) if (!there.has(id)) this.#index.forget(id);
      for (const one of known) this.#index.know(one);
      await breathe();
    }
  }
}
