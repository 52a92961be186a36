import type { Context } from "../foundation/context.ts";
import { sql } from "../foundation/database/sql.ts";
import { NotFound } from "../foundation/errors.ts";
import { afterRow, whereCursorStands } from "../foundation/page-cursor.ts";
import { compareIds } from "./evidence.ts";
import type { Saying, SayingPage } from "./contract.ts";
import { kindOfStrength } from "./kind.ts";
import { knownBy, namesOf, readSourceRank } from "./people/index.ts";

type Said = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly same: boolean;
  readonly reason: string | null;
  /** One side and the other, in turns. */
  readonly pairs: readonly string[];
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
};

export type SayingsWanted = { readonly limit: number; readonly cursor?: string };

/** Whose identities these are: the customer, and all that is theirs. */
type Whose = { readonly customer: string; readonly members: readonly string[] };

/**
 * What people said of a customer, the latest first: standing, and taken back. What a record said by an alias is taken
 * back by correcting the record, so it does not stand here.
 */
export async function sayingsOf(ctx: Context, id: string, wanted: SayingsWanted): Promise<Whose & SayingPage> {
  const whose = await ctx.db.maybe<Whose>(
    sql`select customer_id as customer, members from identities where id = ${id}`,
  );
  if (!whose) throw new NotFound(`There is no customer with the id ${id}.`);
  const rows = await saidOf(ctx, whose.members, wanted);
  const shown = rows.slice(0, wanted.limit);
  const describe = await partiesOf(ctx, shown);
  const last = shown.at(-1);
  return { ...whose, sayings: shown.map(describe), next: last && rows.length > wanted.limit ? afterRow(last) : null };
}

async function saidOf(ctx: Context, members: readonly string[], { limit, cursor }: SayingsWanted): Promise<Said[]> {
  const said = await ctx.db.many<{ id: string }>(sql`
    select distinct said_id as id from evidence where a = any(${members}::uuid[]) and sort = 0`);
  const [at, id] = whereCursorStands(cursor);
  return ctx.db.many<Said>(sql`
    select sayings.id, sayings.at, sayings.by, sayings.same, sayings.reason, sayings.pairs,
      revocations.at as "revokedAt", revocations.by as "revokedBy"
    from sayings
    left join revocations on revocations.saying_id = sayings.id
    where sayings.id = any(${said.map((one) => one.id)}::uuid[])
      and (sayings.at, sayings.id) < (${at}::timestamptz, ${id}::uuid)
    order by sayings.at desc, sayings.id desc
    limit ${limit + 1}`);
}

type Known = { id: string; kind: number; scope: string; value: string; customer: string };

/** Each side by its own name and strongest identifier, as it was spoken of: after a merge both are one customer. */
async function partiesOf(ctx: Context, said: readonly Said[]): Promise<(one: Said) => Saying> {
  const ids = [...new Set(said.flatMap(({ pairs }) => pairs))];
  const known = await ctx.db.many<Known>(sql`
    select id, kind, scope, value, customer_id as customer from identities where id = any(${ids}::uuid[])`);
  const sides = new Map(said.flatMap((one) => [0, 1].map((side) => [`${one.id} ${side}`, sideOf(one, side)])));
  const names = await namesOf(ctx.db, sides, await readSourceRank(ctx.db));
  const party = (one: Said, side: 0 | 1): Saying["between"][number] => {
    const ids = sides.get(`${one.id} ${side}`)!;
    const strongest = known
      .filter(({ id }) => ids.includes(id))
      .sort((x, y) => x.kind - y.kind || compareIds(x.id, y.id))[0];
    const customer = strongest?.customer ?? ids[0]!;
    const identifier = strongest && { ...strongest, kind: kindOfStrength(strongest.kind) };
    return { customer, name: names.get(`${one.id} ${side}`) ?? null, knownBy: knownBy(customer, identifier) };
  };
  return (one) => ({
    id: one.id,
    at: one.at.toISOString(),
    by: one.by,
    say: one.same ? "same" : "apart",
    reason: one.reason,
    between: [party(one, 0), party(one, 1)],
    takenBack: one.revokedAt && { at: one.revokedAt.toISOString(), by: one.revokedBy! },
  });
}

function sideOf({ pairs }: Said, side: number): string[] {
  return [...new Set(pairs.filter((_, index) => index % 2 === side))];
}
