import { distributed, local, reference, type Manifest } from "../src/foundation/database/placement.ts";

/** What belongs to a person, in one group: whatever is asked about one customer is answered by one machine. */
const person = distributed("identity_id", "person");

/** Where each table's rows live. A table that is not named here fails test/catalogue.test.ts. */
export const manifest: Manifest = {
  settings: reference,
  places: reference,
  staff: reference,
  shifts: reference,
  touchpoints: reference,
  promises: reference,
  items: reference,

  identities: distributed("id", "person"),
  blocks: person,
  facts: person,
  touches: person,
  lines: person,
  verdicts: person,
  asks: person,
  reasks: person,

  evidence: distributed("a", "evidence"),
  receipts: distributed("id", "receipts"),
  sayings: distributed("id", "sayings"),
  revocations: distributed("saying_id", "sayings"),

  changes: local,
  catalogue_changes: local,
  accounts: local,
  invitations: local,
  sessions: local,
  keys: local,
  counted: local,
  audit: local,
  migrations: local,
};
