import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { inTransaction } from "../foundation/database/transaction.ts";
import { InvalidInput, NotFound } from "../foundation/errors.ts";
import { randomId } from "../foundation/ids.ts";
import type { Merge, Merged } from "./contract.ts";
import { readNames } from "./graph.ts";
import { isLimited, kindOfStrength } from "./kind.ts";
import { revokeSaying, say } from "./say.ts";

type Known = { readonly customer: string; readonly members: readonly string[] };

/**
 * Keeps what was said; answers with its id, by which it is revoked, the first one's customer as it is now, and the
 * identities whose customer is another now.
 */
export function mergeCustomers(ctx: Context, merge: Merge): Promise<Merged & { readonly moved: readonly string[] }> {
  return inTransaction(ctx, async (ctx) => {
    const [one, other] = [await knownBy(ctx, merge.customers[0]), await knownBy(ctx, merge.customers[1])];
    const id = randomId();
    if (merge.customers[0] === merge.customers[1]) throw new InvalidInput("Name two different identities.");
    // Two identities of one customer may be said apart: that is how a wrong join is taken asunder.
    const pairs = merge.say === "same" ? await pairsOf(ctx, one, other) : [merge.customers];
    const moved = await say(ctx, {
      id,
      at: ctx.now,
      same: merge.say === "same",
      pairs,
      by: ctx.actor.name,
      reason: merge.reason,
    });
    return { id, moved, customer: (await knownBy(ctx, merge.customers[0])).customer };
  });
}

/** Takes a merge back: every row is where it was. */
export function unmergeCustomers(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const said = await ctx.db.maybe(sql`select id from sayings where id = ${id}`);
    if (!said) throw new NotFound(`Nothing was said under ${id}. GET /v1/customers/{id}/sayings lists what was.`);
    await revokeSaying(ctx, id);
  });
}

async function knownBy(ctx: Context, id: string): Promise<Known> {
  const known = await ctx.db.maybe<Known>(
    sql`select customer_id as customer, members from identities where id = ${id}`,
  );
  if (!known) throw new NotFound(`No customer is known by ${id}.`);
  return known;
}

/**
 * A merge names every limited identity and every identity with a name on both sides, so that neither two accounts nor
 * two names stand in its way. Everything named in one merge counts as one person's, so a chain of pairs says it all.
 */
async function pairsOf(ctx: Context, one: Known, other: Known): Promise<[string, string][]> {
  const [here, there] = [await telling(ctx, one), await telling(ctx, other)];
  const pairs = [
    ...there.map((id): [string, string] => [here[0]!, id]),
    ...here.slice(1).map((id): [string, string] => [id, there[0]!]),
  ];
  // Where they are one customer already, an identity stands on both sides.
  return pairs.filter(([a, b]) => a !== b);
}

async function telling(ctx: Context, known: Known): Promise<string[]> {
  const rows = await ctx.db.many<{ id: string; kind: number }>(sql`
    select id, kind from identities where id = any(${known.members}::uuid[]) order by id`);
  const named = await readNames(ctx, known.members);
  const telling = rows.filter((row) => isLimited(kindOfStrength(row.kind)) || named.has(row.id)).map((row) => row.id);
  return telling.length > 0 ? telling : [known.customer];
}
