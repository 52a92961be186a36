import { levelsOf, type Linkage, type Table } from "../../statistics/linkage/index.ts";

/** What was learned and done, as numbers: the answer of `link --json`. */
export type LinkageReport = {
  readonly out: string;
  readonly records: number;
  readonly clusters: number;
  readonly linked: number;
  readonly largestCluster: number;
  readonly pairs: { readonly possible: number; readonly compared: number; readonly expectedToMatch: number };
  /** Share of all pairs that are one person. */
  readonly lambda: number;
  /** Clusters are joined while their pairs weigh more than this on average, in bits. */
  readonly threshold: number;
  readonly comparisons: readonly ComparisonReport[];
  readonly rules: readonly { readonly name: string; readonly pairs: number; readonly largestBlock: number }[];
  readonly sessions: readonly {
    readonly rule: string;
    readonly matches: number;
    readonly share: number;
    readonly rounds: number;
    readonly used: boolean;
  }[];
  readonly warnings: readonly string[];
};

type ComparisonReport = { readonly name: string; readonly levels: readonly LevelReport[] };
/** `reached`: how many pairs of one person taught it; with less than one the level keeps a guess. */
type LevelReport = {
  readonly level: string;
  readonly m: number;
  readonly u: number;
  readonly weight: number;
  readonly reached: number;
};

type Done = {
  readonly out: string;
  readonly table: Table;
  readonly linkage: Linkage;
  readonly warnings: readonly string[];
};

export function reportOf({ out, table, linkage, warnings }: Done): LinkageReport {
  const { clustering, model, rules, links, tau } = linkage;
  const records = clustering.clusters.length;
  const possible = records < 2 ? 0 : (records * (records - 1)) / 2;
  const sizes = sizesOf(clustering.clusters);
  return {
    out,
    records,
    clusters: sizes.length,
    linked: sizes.filter((size) => size > 1).reduce((sum, size) => sum + size, 0),
    largestCluster: sizes.reduce((most, size) => Math.max(most, size), 0),
    pairs: {
      possible,
      compared: links.reduce((sum, { compared }) => sum + compared, 0),
      expectedToMatch: Math.round(model.lambda * possible),
    },
    lambda: model.lambda,
    threshold: tau,
    comparisons: table.comparisons.map(({ name, kind }, c) => ({
      name,
      levels: levelReports(levelsOf[kind], c, linkage),
    })),
    rules: rules.map(({ name, pairs, largest }) => ({ name, pairs, largestBlock: largest })),
    sessions: model.sessions.map(({ rule, matches, prior, rounds, used }) => ({
      rule: rule.name,
      matches: round(matches),
      share: round(prior),
      rounds,
      used,
    })),
    warnings: [...warnings, ...aboutNeverReached(table, linkage)],
  };
}

function levelReports(names: readonly string[], c: number, { model, weights }: Linkage): LevelReport[] {
  return names.slice(1).map((level, i) => {
    const l = i + 1;
    return {
      level,
      m: round(model.m[c]![l]!),
      u: round(model.u[c]![l]!),
      weight: round(weights.levels[c]![l]!),
      reached: round(model.reached[c]![l]!),
    };
  });
}

function sizesOf(clusters: Int32Array): number[] {
  const sizes = new Int32Array(clusters.length);
  for (const head of clusters) sizes[head]!++;
  return [...sizes].filter((size) => size > 0);
}

function aboutNeverReached({ comparisons }: Table, { model }: Linkage): string[] {
  return comparisons.flatMap(({ name, kind }, c) => {
    const levels = levelsOf[kind].filter((_, l) => l > 0 && model.reached[c]![l]! < 1);
    if (levels.length === 0) return [];
    const all = levels.length === levelsOf[kind].length - 1;
    const some = levels.slice(0, 3).map((level) => `"${level}"`);
    if (levels.length > 3) some.push(`${levels.length - 3} more`);
    return [`${name}: no pair taught ${all ? "any level" : some.join(", ")}; a guess stands there.`];
  });
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

/** The same for a person to read. */
export function reportInWords(report: LinkageReport): string {
  const { records, clusters, linked, largestCluster, pairs, threshold } = report;
  return [
    `${count(records)} records are ${count(clusters)} people: ${count(linked)} records were linked, ${count(largestCluster)} at most to one.`,
    `Compared ${count(pairs.compared)} of ${count(pairs.possible)} pairs; about ${count(pairs.expectedToMatch)} are expected to be one person.`,
    `Clusters were joined while their pairs weighed more than ${threshold} bits on average. Written to ${report.out}.`,
    "",
    "Blocking rules (pairs, largest block):",
    ...report.rules.map(({ name, pairs, largestBlock }) => `  ${name}: ${count(pairs)}, ${count(largestBlock)}`),
    "Learned from (pairs of one person, share of the rule's pairs):",
    ...report.sessions.map(
      ({ rule, matches, share, used }) =>
        `  ${rule}: ${count(Math.round(matches))}, ${share.toFixed(3)}${used ? "" : " (too few to learn from)"}`,
    ),
    "Levels (m, u, bits):",
    ...report.comparisons.flatMap(({ name, levels }) => [`  ${name}`, ...levels.map(levelInWords)]),
    ...report.warnings.map((warning) => `Note: ${warning}`),
  ].join("\n");
}

function levelInWords({ level, m, u, weight, reached }: LevelReport): string {
  return `    ${level}: ${m.toPrecision(3)}, ${u.toPrecision(3)}, ${weight.toFixed(1)}${reached < 1 ? " (guessed)" : ""}`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
