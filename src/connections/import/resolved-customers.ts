import { kindOfStrength } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { IdentitySet } from "./identity-set.ts";

const atOnce = 10_000;

export type Resolved = { readonly customers: number; readonly contacts: number };

/**
 * Whom the messages of an import belong to now: `customers` have an identifier, `contacts` are messages that nobody is
 * named in. What a dry run took back stands under nobody and is counted as its own file names it.
 */
export async function resolvedCustomers(
  ctx: Context,
  named: Iterable<string>,
  nameless: Iterable<string>,
): Promise<Resolved> {
  const canonical = new IdentitySet();
  const unknownNamed = await resolveInto(canonical, ctx, named);
  const unknownNameless = await resolveInto(canonical, ctx, nameless);
  let contacts = 0;
  for (const some of groupsOf(canonical)) contacts += await contactsAmong(ctx, some);
  return { customers: canonical.size - contacts + unknownNamed, contacts: contacts + unknownNameless };
}

/** How many of the identities nothing stands under. */
async function resolveInto(canonical: IdentitySet, ctx: Context, identities: Iterable<string>): Promise<number> {
  let unknown = 0;
  for (const some of groupsOf(identities)) {
    const known = await customersOf(ctx, some);
    known.forEach(({ customer }) => canonical.add(customer));
    unknown += some.length - known.length;
  }
  return unknown;
}

function customersOf(ctx: Context, ids: readonly string[]): Promise<{ customer: string }[]> {
  return ctx.db.many<{ customer: string }>(sql`
    select customer_id as customer from identities where id = any(${ids}::uuid[])`);
}

/** The canonical identity is the strongest: when it is a contact, there is no identifier. */
async function contactsAmong(ctx: Context, ids: readonly string[]): Promise<number> {
  const rows = await ctx.db.many<{ kind: number }>(sql`
    select kind from identities where id = any(${ids}::uuid[])`);
  return rows.filter(({ kind }) => kindOfStrength(kind) === "contact").length;
}

function* groupsOf(ids: Iterable<string>): Generator<string[], void> {
  let group: string[] = [];
  for (const id of ids) {
    group.push(id);
    if (group.length < atOnce) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
