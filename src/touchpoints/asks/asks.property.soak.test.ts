import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askingHistory } from "../../../test/asking-history.ts";
import { freshDatabase } from "../../../test/database.ts";
import { contextOn, play, promiseToAskNothingTwice } from "../../../test/play-history.ts";
import { rounds } from "../../../test/soak.ts";
import { forgetRecords, snapshot } from "../../../test/snapshot.ts";
import { freshnessOf, holdsFrom, rebuildCustomers } from "../../customers/index.ts";
import type { Db } from "../../foundation/database/database.ts";
import { sql } from "../../foundation/database/sql.ts";

const runs = Number(process.env["REGULARS_PROPERTY_RUNS"] ?? rounds(40, 2000));
const longest = 16;
const permuted = askingHistory(longest).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    shuffled: fc.shuffledSubarray(steps, { minLength: steps.length }),
    cuts: fc.array(fc.boolean(), { minLength: longest, maxLength: longest }),
  }),
);

describe("a history of what people told and were asked", () => {
  let house: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    house = await freshDatabase();
    await promiseToAskNothingTwice(contextOn(house.db));
  });
  afterAll(() => house.drop());

  it("counts the same as asked again in whatever order it arrives: what was known when it was asked, and nothing else", async () => {
    const ctx = contextOn(house.db);
    await fc.assert(
      fc.asyncProperty(permuted, async ({ steps, shuffled, cuts }) => {
        await forgetRecords(house.db);
        await play(ctx, steps, () => true);
        const one = await snapshot(house.db);
        expect(await counted(house.db)).toEqual(await askedThoughKnown(house.db));
        await forgetRecords(house.db);
        await play(ctx, shuffled, (index) => cuts[index] ?? true);
        expect(await snapshot(house.db)).toEqual(one);
        await rebuildCustomers(ctx);
        expect(await snapshot(house.db)).toEqual(one);
      }),
      { numRuns: runs, endOnFailure: rounds(true, false) },
    );
  }, 3_600_000);
});

type Customer = { readonly id: string; readonly members: string[] };
type Asked = { readonly at: Date; readonly fact: string; readonly channel: string };

async function counted(db: Db): Promise<string[]> {
  const rows = await db.many<Asked & { customer: string }>(sql`
    select customer_id as customer, at, fact, channel from reasks join identities on identities.id = identity_id`);
  return rows.map(({ customer, ...asked }) => inWords(customer, asked)).sort();
}

function inWords(customer: string, { at, fact, channel }: Asked): string {
  return `${customer} at ${at.toISOString()} for ${fact} ${channel}`;
}

/** By hand: every asking there is, against every single statement of the customer. */
async function askedThoughKnown(db: Db): Promise<string[]> {
  const customers = await db.many<Customer>(sql`
    select customer_id as id, members from identities where id = customer_id`);
  const found = await Promise.all(customers.map((customer) => againOf(db, customer)));
  return found.flat().sort();
}

async function againOf(db: Db, { id, members }: Customer): Promise<string[]> {
  const [stated, shown, asked] = await Promise.all([
    db.many<{ at: Date; expected: Date | null; facts: Record<string, string> }>(sql`
      select at, expected_at as expected, facts from touches
      where identity_id = any(${members}::uuid[]) and facts is not null and not cancelled`),
    db.many<{ since: Date }>(sql`
      select first_seen as since from identities where id = any(${members}::uuid[]) and kind = 4`),
    db.many<Asked>(sql`
      select at, fact, channel from asks where identity_id = any(${members}::uuid[])
      union all
      select at, unnest(asked), channel from touches where identity_id = any(${members}::uuid[]) and not cancelled`),
  ]);
  const statements = stated.flatMap(({ at, expected, facts }) =>
    Object.keys(facts).map((name) => ({ name, from: holdsFrom(name, at.getTime(), expected?.getTime()) })),
  );
  const isKnown = ({ fact, at }: Asked): boolean =>
    (fact === "email" && shown.some(({ since }) => since < at)) ||
    statements.some(({ name, from }) => {
      const lasts = freshnessOf(name).lastsMs ?? Infinity;
      return name === fact && from < at.getTime() && at.getTime() < from + lasts;
    });
  return [...new Set(asked.filter(isKnown).map((one) => inWords(id, one)))];
}
