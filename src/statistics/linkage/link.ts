import { layOut, type Layout } from "./blocks.ts";
import { cluster, type Apart, type Clustering } from "./cluster.ts";
import type { Comparison } from "./comparison.ts";
import { componentsOf } from "./components.ts";
import { alone, together, type Crew } from "./crew.ts";
import type { Ground } from "./errands.ts";
import type { Links } from "./links.ts";
import { piecesOf, piecesOfAny } from "./pieces.ts";
import { together as sumOf } from "./patterns.ts";
import { rarityIn } from "./rarity.ts";
import { recordsOf } from "./records.ts";
import { chooseRules, priceRules, type Key, type Rule } from "./rules.ts";
import type { Thread } from "./thread.ts";
import type { Chances } from "./chances.ts";
import { featuresOf } from "./features.ts";
import { sharingIn, tieFactors, type Four, type Tie } from "./ties.ts";
import { train, type Model } from "./train.ts";
import type { Column } from "./vocabulary.ts";
import { rareColumns, weighing, type TieWeight, type Weights } from "./weights.ts";

/** A table of records to be linked: its columns, how they are compared, and what may bring records together. */
export type Table = {
  readonly columns: readonly Column[];
  readonly comparisons: readonly Comparison[];
  readonly keys: readonly Key[];
  readonly apart?: Apart;
};

export type How = {
  /** Threads that help; without any, this one does everything. The result is the same to the bit. */
  readonly threads?: readonly Thread[];
  readonly tell?: (progress: string) => void;
};

export type Linkage = {
  readonly clustering: Clustering;
  readonly rules: readonly Rule[];
  readonly model: Model;
  readonly weights: Weights;
  readonly links: readonly Links[];
  readonly tau: number;
};

const pairsToLearnFrom = 100_000;
const chancePairs = 500_000;
/** Links below this many bits are no help to any cluster. */
const leastLink = -4;
const componentMax = 2000;
/** A pair speaks for or against with at most so many bits: beyond, the assumption of independence does the talking. */
const bitsMax = 20;
const tau = 0;

/**
 * Which records of a table are one person's? Fellegi and Sunter's model (1969), learned without labels, and average linkage.
 * docs/statistics/linkage.md explains the steps, which are the lines below.
 */
export async function link(table: Table, how: How = {}): Promise<Linkage> {
  const { threads = [], tell = () => undefined } = how;
  const count = table.columns[0]?.ids.length ?? 0;
  const budget = Math.max(3_000_000, 10 * count);
  const pricing = priceRules(table.keys, budget);
  const ground = groundFor(table, chooseRules(pricing, table.keys, budget), table.keys);
  const model = await learn(table, ground, crewFor(ground, threads));
  tell(
    `learned from ${ground.rules.length} blocking rules: about ${Math.round(model.lambda * pairsOf(count))} pairs are one person`,
  );
  const final = groundFor(table, chooseRules(pricing, withAgreements(table.keys, model), budget), []);
  const weights = weightsOf(table, final, model);
  const links = await linksOf(final, weights, crewFor(final, threads));
  tell(`compared ${links.reduce((sum, { compared }) => sum + compared, 0)} pairs`);
  const weigh = weighing(final.records, weights, -Infinity);
  const { width } = final.records;
  const judge = {
    weigh: (a: number, b: number) => weigh(a * width, b * width),
    apart: table.apart ?? [],
    most: bitsMax,
    tau,
  };
  const clustering = cluster(count, componentsOf(count, links, componentMax), judge);
  return { clustering, rules: final.rules, model, weights, links, tau };
}

type RuledGround = Ground & { readonly rules: readonly Rule[]; readonly layouts: readonly Layout[] };

function groundFor({ columns, comparisons }: Table, rules: readonly Rule[], keys: readonly Key[]): RuledGround {
  const layouts = rules.map(({ blocks, largest }) => layOut(blocks, largest));
  // For learning, a pair counts in every rule that brings it together; for comparing, in the first.
  const groups = keys.length > 0 ? [] : layouts.map(({ group }) => group);
  const lists = { columns, keys: keys.map(({ ids }) => ids), groups };
  return { rules, layouts, records: recordsOf(lists, comparisons) };
}

function crewFor({ records, layouts }: Ground, threads: readonly Thread[]): Crew {
  return threads.length > 0 ? together(threads, { records, layouts }) : alone({ records, layouts });
}

function pairsOf(count: number): number {
  return count < 2 ? 0 : (count * (count - 1)) / 2;
}

async function learn(
  { columns, comparisons, keys }: Table,
  { rules, layouts, records }: RuledGround,
  crew: Crew,
): Promise<Model> {
  const pairs = Math.max(1, pairsOf(records.count));
  const isEvery = pairs <= 4 * chancePairs;
  const any = await crew.patterns(piecesOfAny(isEvery ? pairsOf(records.count) : chancePairs, isEvery));
  const sessions = [];
  for (const [r, rule] of rules.entries()) {
    const share = Math.min(1, pairsToLearnFrom / rule.pairs);
    const pieces = piecesOf(layouts[r]!, share).map(
      (piece) => ({ what: "patterns", rule: r, share, ...piece }) as const,
    );
    const width = comparisons.length + keys.length;
    sessions.push({ rule, share, patterns: sumOf(await crew.patterns(pieces), width) });
  }
  const features = featuresOf(comparisons);
  const sharing = sharingIn(
    features,
    columns.map(({ ids }) => ids),
  );
  return train({ comparisons, keys, pairs, features, sharing, any: sumOf(any, comparisons.length), sessions });
}

function withAgreements(keys: readonly Key[], { agreements }: Model): Key[] {
  return keys.map((key, k) => ({ ...key, agreement: agreements[k]!.whereKnown }));
}

function weightsOf({ comparisons }: Table, { records }: Ground, { m, u, lambda, ties, related }: Model): Weights {
  // How many more records of the same person a record has, on average.
  const own = lambda * (records.count - 1);
  return {
    prior: Math.log2(lambda / (1 - lambda)),
    levels: bitsOver(m, u),
    ties: ties.map(tieWeight),
    related: { prior: Math.log2(lambda / related.prior), levels: bitsOver(m, related.h) },
    rarities: comparisons.map((comparison) =>
      rareColumns(comparison).map((column) => rarityIn(records, column, own + 1)),
    ),
  };
}

function bitsOver(m: Chances, others: Chances): Chances {
  return m.map((chances, c) => chances.map((chance, l) => (l === 0 ? 0 : Math.log2(chance / others[c]![l]!))));
}

function tieWeight(tie: Tie): TieWeight {
  const [, onlyB, onlyA, both] = tie.u;
  const [a, b] = [onlyA + both, onlyB + both];
  // Between 0, independent, and 1: whoever shares the rarer shares the commoner too.
  const share = Math.min(1, Math.max(0, Math.log2(both / (a * b)) / -Math.log2(Math.max(a, b))));
  const bits = tieFactors(tie).map((factor) => Math.log2(factor)) as unknown as Four;
  return { a: tie.a, b: tie.b, bits, implied: { feature: a > b ? tie.a : tie.b, share } };
}

function linksOf({ rules, layouts }: RuledGround, weights: Weights, crew: Crew): Promise<Links[]> {
  const pieces = rules.flatMap((_, rule) =>
    piecesOf(layouts[rule]!, 1).map((piece) => ({ what: "links", rule, ...piece }) as const),
  );
  return crew.links(pieces, { weights, least: leastLink });
}
