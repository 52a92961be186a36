import { actorId, type Actor } from "./context.ts";
import type { Db } from "./database/database.ts";
import { sql } from "./database/sql.ts";
import { Refusal } from "./errors.ts";
import { randomId } from "./ids.ts";

/** What somebody was shown of a customer, and why. `fields` names what was shown, never the values. */
export type Look = { readonly customer: string; readonly why: string; readonly fields: readonly string[] };

export class LooksStopped extends Refusal {
  readonly code = "looks-stopped";
}

/** Who looked at whom. A door asks before it looks, and says afterwards what it showed. */
export type Audit = {
  /** Throws while entries cannot be written: nobody looks at a customer unseen. */
  assertCanLook(): void;
  /** Keeps the entry and returns at once; it is written, with all others of the moment, within 100 ms. */
  look(actor: Actor, look: Look): void;
};

export type AuditLog = Audit & {
  /** Writes what is waiting. Rejects when it could not be written. */
  flush(): Promise<void>;
};

type Entry = Look & { readonly id: string; readonly at: Date; readonly actor: Actor };

const groupMilliseconds = 50;
// Longer than this, and an entry counts as one that cannot be written.
const patienceMilliseconds = 1000;
const againMilliseconds = 250;

/** The log of one process. Entries are written in groups beside the answers; one that fails stops all further looks. */
export function openAuditLog(db: Db, clock: () => Date): AuditLog {
  let waiting: Entry[] = [];
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let unwrittenSince: number | undefined;
  let isBroken = false;

  function look(actor: Actor, look: Look): void {
    unwrittenSince ??= performance.now();
    waiting.push({ ...look, id: randomId(), at: clock(), actor });
    timer ??= setTimeout(writeSoon, groupMilliseconds);
  }

  function writeSoon(): void {
    write().catch(() => {});
  }

  /** One group at a time; what arrives meanwhile is the next. */
  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    return (writing ??= writeGroup().finally(() => {
      writing = undefined;
      if (waiting.length > 0) timer ??= setTimeout(writeSoon, isBroken ? againMilliseconds : groupMilliseconds);
    }));
  }

  async function writeGroup(): Promise<void> {
    const group = waiting;
    const began = performance.now();
    waiting = [];
    try {
      if (group.length > 0) await save(db, group);
      isBroken = false;
      unwrittenSince = waiting.length > 0 ? began : undefined;
    } catch (error) {
      isBroken = true;
      waiting = [...group, ...waiting];
      throw error;
    }
  }

  function assertCanLook(): void {
    const isLate = unwrittenSince !== undefined && performance.now() - unwrittenSince > patienceMilliseconds;
    if (isBroken || isLate) throw new LooksStopped(stopped);
  }

  async function flush(): Promise<void> {
    while (writing ?? waiting.length > 0) await write();
  }

  return { assertCanLook, look, flush };
}

const stopped =
  "It cannot be written down who looks at customers, so nobody may look until it can. The database may be out of reach or its disk full; looks go on by themselves once it answers.";

/** Writing a group again is harmless: an entry that is there already stays as it is. */
async function save(db: Db, group: readonly Entry[]): Promise<void> {
  const column = <T>(of: (entry: Entry) => T): T[] => group.map(of);
  await db.run(sql`
    insert into audit (at, id, actor_kind, actor_id, actor_name, customer_id, why, fields)
    select at, id, actor_kind, actor_id, actor_name, customer_id, why, string_to_array(fields, ',')
    from unnest(
      ${column(({ at }) => at)}::timestamptz[], ${column(({ id }) => id)}::uuid[],
      ${column(({ actor }) => actor.kind)}::text[], ${column(({ actor }) => actorId(actor))}::text[],
      ${column(({ actor }) => actor.name)}::text[], ${column(({ customer }) => customer)}::uuid[],
      ${column(({ why }) => why)}::text[], ${column(({ fields }) => fields.join(","))}::text[]
    ) as entry (at, id, actor_kind, actor_id, actor_name, customer_id, why, fields)
    on conflict do nothing`);
}
