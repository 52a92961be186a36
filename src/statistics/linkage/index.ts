export { blocksOf } from "./blocks.ts";
export type { Clustering } from "./cluster.ts";
export { levelsOf, type Comparison, type Kin } from "./comparison.ts";
export { link, type Linkage, type Table } from "./link.ts";
export type { Key } from "./rules.ts";
export { startThread } from "./thread.ts";
export { columnOf, type Column } from "./vocabulary.ts";
