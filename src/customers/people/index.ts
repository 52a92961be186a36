export {
  currentFacts,
  nameFrom,
  sayItFrom,
  statements,
  type CurrentFacts,
  type SourceRank,
  type ToldFact,
} from "./current-facts.ts";
export { isContactFact, isContactKind, masked, seesContactDetails, seesNames } from "./masked.ts";
export { identifierInWords, knownBy } from "./known-by.ts";
export { namesOf, peopleOf, type Person } from "./people.ts";
export { readSourceRank } from "./source-rank.ts";
