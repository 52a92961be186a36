import type { Context } from "../../src/foundation/context.ts";
import { idArray } from "../../src/foundation/database/arrays.ts";
import { copyRow } from "../../src/foundation/database/copy-text.ts";
import { strength } from "../../src/customers/index.ts";
import { normalising } from "../../src/customers/normalise/index.ts";
import { freshUntil, freshnessOf } from "../../src/customers/facts/index.ts";
import { countedScope, type FoldedFact } from "../../src/customers/revision.ts";
import { pairOf, type Customers } from "./derive-customers.ts";

const nobody = "00000000-0000-0000-0000-000000000000";
const seenTogether = 1;

export async function storeCustomers(ctx: Context, customers: Customers): Promise<void> {
  await ctx.db.copy(
    "identities (id, kind, scope, value, normalising, first_seen, shared, customer_id, members)",
    identityRows(customers),
  );
  await ctx.db.copy("evidence (a, b, sort, said_id, b_kind, b_scope, at, refusal)", evidenceRows(customers));
  await ctx.db.copy(
    "facts (identity_id, id, name, value, source, scope, first_observed_at, observed_at, fresh_until)",
    customers.facts.map(factRow),
  );
}

function factRow({ identity, id, name, value, source, first, at }: FoldedFact): string {
  const until = freshUntil(name, at);
  const { scope } = freshnessOf(name);
  return copyRow([identity, id, name, value, source, scope, new Date(first), new Date(at), until && new Date(until)]);
}

function identityRows({ shown, shared, customers }: Customers): string[] {
  const customerOf = new Map(customers.flatMap((customer) => customer.members.map((member) => [member, customer])));
  return shown.map(({ identity: { id, kind, scope, value }, at }) => {
    const customer = customerOf.get(id)!;
    return copyRow([
      id,
      strength(kind),
      scope,
      value,
      normalising,
      new Date(at),
      shared.has(id),
      customer.id,
      idArray(customer.members),
    ]);
  });
}

/** Each piece stands twice, once from each end. */
function evidenceRows({ seen, refusals }: Customers): string[] {
  return seen.flatMap(({ a, b, at }) => {
    const refusal = refusals.get(pairOf({ a, b }));
    return [[a, b] as const, [b, a] as const].map(([end, other]) =>
      copyRow([
        end.id,
        other.id,
        seenTogether,
        nobody,
        strength(other.kind),
        countedScope(other),
        new Date(at),
        refusal,
      ]),
    );
  });
}
