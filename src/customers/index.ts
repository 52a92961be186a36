export { contactOf, identitiesOf, identity, mainProgramme, strongestFirst, type Identity } from "./identity.ts";
export type { Ids, Naming } from "./ids.ts";
export { isLimited, isWeak, kindOfStrength, kinds, strength, type Kind } from "./kind.ts";
export { learn } from "./learn.ts";
export { lockEvidence, lockFiling } from "./locks.ts";
export type { Revision, Seen, Shown, Stated } from "./revision.ts";
export { mergeCustomers, unmergeCustomers, type Merge } from "./merge.ts";
export { rebuildCustomers } from "./rebuild.ts";
export { revokeSaying, say, type Saying } from "./say.ts";
export { withdraw, type Withdrawal } from "./withdraw.ts";
export {
  currentFacts,
  nameFrom,
  peopleOf,
  readSourceRank,
  sayItFrom,
  type CurrentFacts,
  type Person,
  type SourceRank,
  type ToldFact,
} from "./people/index.ts";
