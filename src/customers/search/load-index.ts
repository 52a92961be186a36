import type { Db } from "../../foundation/database/database.ts";
import { kindOfStrength, strength } from "../kind.ts";
import { type CopiedRow, readCopied } from "./copied-rows.ts";
import { detailFacts, type ToldDetail } from "./held-details.ts";
import { NameIndex, typedKinds } from "./name-index.ts";

// Numbers of kinds, no text of anybody's.
const typed = typedKinds.map(strength).join(", ");

const typedIdentities = `(select id, customer_id, kind, value from identities where kind in (${typed}))`;

// Whoever left a name and no way to know them again is no customer.
const names = `(
  select facts.identity_id, identities.customer_id, floor(extract(epoch from facts.observed_at)), facts.value
  from facts join identities on identities.id = facts.identity_id
  where facts.name = 'name' and identities.kind <> ${strength("contact")})`;

// An identity's rows in a row, so that they can be told together.
const details = `(
  select facts.identity_id, identities.customer_id, floor(extract(epoch from facts.observed_at)), facts.name, facts.value
  from facts join identities on identities.id = facts.identity_id
  where facts.name in (${[...detailFacts.keys()].map((fact) => `'${fact}'`).join(", ")})
    and identities.kind <> ${strength("contact")}
  order by facts.identity_id)`;

/** Everybody there is, read in three passes over the tables. Some ten seconds for a million customers on two busy cores. */
export async function loadIndex(db: Db): Promise<NameIndex> {
  const index = new NameIndex();
  const file = filing(index);
  await db.copyOut(typedIdentities, (rows) =>
    readCopied(rows, (row) => index.tellValue(file(row), kindOfStrength(row.number(2)), row.text(3))),
  );
  await db.copyOut(names, (rows) =>
    readCopied(rows, (row) => index.names.hear(file(row), { text: row.text(3), seen: row.number(2) })),
  );
  await loadDetails(db, index, file);
  index.settle();
  return index;
}

async function loadDetails(db: Db, index: NameIndex, file: (row: CopiedRow) => number): Promise<void> {
  let at = -1;
  let told: ToldDetail[] = [];
  const tell = (): void => void (told.length > 0 && index.details.tell(at, told));
  await db.copyOut(details, (rows) =>
    readCopied(rows, (row) => {
      const identity = file(row);
      if (identity !== at) tell();
      if (identity !== at) [at, told] = [identity, []];
      told.push({ kind: detailFacts.get(row.text(3))!, text: row.text(4), seen: row.number(2) });
    }),
  );
  tell();
}

/** Files the identity of a row under its customer, which most are themselves. */
function filing(index: NameIndex): (row: CopiedRow) => number {
  const [id, customer] = [new Uint32Array(4), new Uint32Array(4)];
  return (row) => {
    const identity = index.people.add(row.uuid(0, id));
    row.uuid(1, customer);
    index.people.join(identity, areSame(id, customer) ? identity : index.people.add(customer));
    return identity;
  };
}

function areSame(a: Uint32Array, b: Uint32Array): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}
