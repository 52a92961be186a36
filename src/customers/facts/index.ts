export { factName } from "./fact-name.ts";
export { freshnessOf, freshUntil, holdsFrom, periodOf } from "./freshness.ts";
export { knownAt, toldByIdentifier, type Telling } from "./known.ts";
