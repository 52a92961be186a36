import type { Db } from "../src/foundation/database/database.ts";
import { sql } from "../src/foundation/database/sql.ts";

/** Everything that is derived from the records, in one comparable piece; two equal histories give equal snapshots. */
export async function snapshot(db: Db): Promise<Record<string, readonly object[]>> {
  return {
    identities: await db.many(sql`
      select id, kind, scope, value, first_seen, shared, customer_id, members from identities order by id`),
    evidence: await db.many(sql`
      select a, b, sort, said_id, at, same, revoked, refusal from evidence order by a, b, sort, said_id`),
    facts: await db.many(sql`
      select identity_id, id, name, value, source, scope, first_observed_at, observed_at, fresh_until from facts order by identity_id, id`),
    touches: await db.many(sql`select * from touches order by identity_id, at, id`),
    lines: await db.many(sql`select * from lines order by identity_id, at, touch_id, key`),
    verdicts: await db.many(sql`select * from verdicts order by identity_id, at, touch_id, promise_id`),
    reasks: await db.many(sql`select * from reasks order by identity_id, at, id, fact collate "C"`),
    receipts: await db.many(sql`
      select id, identity_id, at, version, content, parts, cancels, cancelled_by from receipts order by id`),
  };
}

/** Removes every record and saying; the catalogue stays. */
export async function forgetRecords(db: Db): Promise<void> {
  await db.script(
    `truncate identities, evidence, facts, touches, lines, verdicts, asks, reasks, receipts, sayings, revocations, changes, blocks`,
  );
}
