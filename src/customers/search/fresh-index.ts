import type { Db } from "../../foundation/database/database.ts";
import { runningFrom } from "./changed.ts";
import { Follower } from "./follow-changes.ts";
import { loadIndex } from "./load-index.ts";
import type { NameIndex } from "./name-index.ts";

/** Whoever could not read changes for so long reads everybody anew. The table keeps them for longer. */
const longestGapMilliseconds = 600_000;

/** The index and what keeps it fresh: one reading at a time, and after one that is asked for meanwhile, another. */
export class FreshIndex {
  readonly #db: Db;
  #index: NameIndex | undefined;
  #follower: Follower | undefined;
  #lastRead = 0;
  #current: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #isStopped = false;

  constructor(db: Db) {
    this.#db = db;
  }

  /** As soon as everybody has been read. */
  async filled(): Promise<NameIndex> {
    if (this.#index === undefined) await this.catchUp();
    return this.#index!;
  }

  get index(): NameIndex | undefined {
    return this.#index;
  }

  /** All that was committed before this is called can be found when it is done. */
  catchUp(): Promise<void> {
    this.#next ??= this.#current
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return (this.#current = this.#read());
      });
    return this.#next;
  }

  /** The same for those who do not wait: what fails now is tried again at the next occasion. */
  wake(): void {
    this.catchUp().catch(() => {});
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await (this.#next ?? this.#current).catch(() => {});
  }

  async #read(): Promise<void> {
    if (this.#isStopped) return;
    const start = performance.now();
    if (start - this.#lastRead > longestGapMilliseconds) this.#follower = undefined;
    if (this.#follower === undefined) await this.#fill();
    await this.#follower!.catchUp();
    this.#lastRead = start;
  }

  // Where to go on from is noted before anybody is read: what changes meanwhile is read once more.
  async #fill(): Promise<void> {
    const since = await runningFrom(this.#db);
    const index = await loadIndex(this.#db);
    this.#follower = new Follower(this.#db, index, since);
    await this.#follower.catchUp();
    this.#index = index;
  }
}
