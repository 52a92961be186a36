export { factName, freshnessOf, holdsFrom, knownAt, toldByIdentifier, type Telling } from "./facts/index.ts";
export { contactOf, identitiesOf, identity, strongestFirst, type Identity } from "./identity.ts";
export type { Ids, Naming } from "./ids.ts";
export { kindInWords } from "./kind-in-words.ts";
export { isWeak, kindOfStrength, kinds, strength, type Kind } from "./kind.ts";
export { learn } from "./learn.ts";
export { lockEvidence, lockFiling } from "./locks.ts";
export { namesNobody } from "./normalise/index.ts";
export type { Revision } from "./revision.ts";
export { rebuildCustomers } from "./rebuild.ts";
export { revokeSaying, say } from "./say.ts";
export { customerCrontab, customerTasks } from "./tasks.ts";
export { withdraw, type Withdrawal } from "./withdraw.ts";
export {
  currentFacts,
  isContactFact,
  isContactKind,
  knownBy,
  masked,
  nameFrom,
  peopleOf,
  readSourceRank,
  sayItFrom,
  seesContactDetails,
  seesNames,
  statements,
  type CurrentFacts,
  type Person,
  type SourceRank,
  type ToldFact,
} from "./people/index.ts";
