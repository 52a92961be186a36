import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { inTransaction } from "../foundation/database/transaction.ts";
import { enqueue } from "../foundation/jobs.ts";
import { lockEvidence, lockFiling } from "./locks.ts";
import { repartition } from "./repartition.ts";
import { saveSaid } from "./save-evidence.ts";

/** Somebody said of pairs of identities that they are the same person, or that they are not. Never edited, revoked by id. */
export type Saying = {
  readonly id: string;
  readonly at: Date;
  readonly same: boolean;
  readonly pairs: readonly (readonly [string, string])[];
  readonly by: string;
  readonly reason?: string;
};

/**
 * Keeps a saying as evidence and derives the customers anew; said twice, it is kept once. Answers with the identities
 * whose customer is another now; what hangs on the whole customer is judged again by a job.
 */
export function say(ctx: Context, saying: Saying): Promise<readonly string[]> {
  return inTransaction(ctx, async (ctx) => {
    await lockFiling(ctx, true);
    await lockEvidence(ctx);
    if (!(await keep(ctx, saying))) return [];
    const said = saying.pairs.map(([a, b]) => ({
      saying: saying.id,
      a,
      b,
      at: saying.at.getTime(),
      same: saying.same,
      shows: false,
    }));
    await saveSaid(ctx, said);
    return repartitionAround(ctx, saying.pairs.flat());
  });
}

/** Takes a saying back. A revocation is kept even when it arrives before what it revokes. */
export function revokeSaying(ctx: Context, id: string): Promise<readonly string[]> {
  return inTransaction(ctx, async (ctx) => {
    await lockFiling(ctx, true);
    await lockEvidence(ctx);
    await ctx.db.run(sql`
      insert into revocations (saying_id, at, by) values (${id}, ${ctx.now}, ${nameOf(ctx)}) on conflict (saying_id) do nothing`);
    const said = await ctx.db.maybe<{ pairs: string[] }>(sql`select pairs from sayings where id = ${id}`);
    if (!said) return [];
    const standing = await ctx.db.run(sql`
      update evidence set revoked = true, refusal = null
      where a = any(${said.pairs}::uuid[]) and said_id = ${id} and sort = 0 and not revoked`);
    return standing === 0 ? [] : repartitionAround(ctx, said.pairs);
  });
}

async function keep(ctx: Context, saying: Saying): Promise<boolean> {
  const kept = await ctx.db.run(sql`
    insert into sayings (id, at, same, pairs, by, reason)
    values (${saying.id}, ${saying.at}, ${saying.same}, ${saying.pairs.flat()}::uuid[], ${saying.by}, ${saying.reason ?? null})
    on conflict (id) do nothing`);
  return kept === 1;
}

async function repartitionAround(ctx: Context, ids: readonly string[]): Promise<readonly string[]> {
  const moved = await repartition(ctx, { touched: [...new Set(ids)], renamed: [], takenBack: false });
  if (moved.length === 0) return [];
  await ctx.db.run(sql`insert into changes (at, identities) values (${ctx.now}, ${moved}::uuid[])`);
  await ctx.db.run(sql`select pg_notify('changes', '')`);
  await enqueue(ctx, "judge-asked", { identities: moved });
  return moved;
}

function nameOf(ctx: Context): string {
  return ctx.actor.name;
}
