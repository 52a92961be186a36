import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadIndex } from "../src/customers/search/load-index.ts";
import type { NameIndex } from "../src/customers/search/name-index.ts";
import { search } from "../src/customers/search/search.ts";
import type { Db } from "../src/foundation/database/database.ts";
import { sql } from "../src/foundation/database/sql.ts";
import { fullNames, mistyped, randomFrom } from "./names/people.ts";
import { fillTables, phoneOf } from "./names/tables.ts";

/*
 * How quickly, and how surely, is somebody found by a mistyped name?
 *
 *   npm run bench -- names [--customers 1000000] [--queries 10000] [--compared 100]
 *
 * Ours: the index in memory, filled from the tables. Baseline: pg_trgm over a GIN index in the same PostgreSQL. Every
 * query has one slip or two. The baseline takes part in `compared` of them, by turns, because it would take an hour.
 * Found: one of the ten answers has the very name that was meant. A query is asked three times and the quickest counts,
 * so that what else the machine is doing does not.
 */
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    customers: { type: "string", default: "1000000" },
    queries: { type: "string", default: "10000" },
    compared: { type: "string", default: "100" },
  },
});

type Question = { readonly meant: string; readonly typed: string };
type Answer = { readonly milliseconds: number; readonly names: readonly (string | null)[] };
type Outcome = { readonly times: readonly number[]; readonly found: number };

const names = fullNames(Number(values.customers), 1);
const home = await mkdtemp(join(tmpdir(), "regulars-bench-"));
const tables = await fillTables(home, names);
try {
  const began = performance.now();
  const index = await loadIndex(tables.db);
  const filled = (performance.now() - began) / 1000;
  const bare = await secondsOfBareCopy(tables.db);
  report("seconds to fill the index, against COPY of the same rows to nowhere", filled, bare, "s", names.length);
  await bench(index, tables.db);
  memory(index);
} finally {
  await tables.close();
  await rm(home, { recursive: true });
}

async function bench(index: NameIndex, db: Db): Promise<void> {
  const random = randomFrom(99);
  const someone = (): number => Math.floor(random(names.length));
  const questions = Array.from({ length: Number(values.queries) }, (_, n): Question => {
    const meant = names[someone()]!;
    return { meant, typed: mistyped(meant, 1 + (n % 2), random) };
  });
  const [mine, theirs] = await byTurns(index, db, questions);
  for (const [name, share] of [
    ["p50", 0.5],
    ["p95", 0.95],
    ["p99", 0.99],
  ] as const) {
    report(
      `${name}, one slip or two`,
      quantile(mine.times, share),
      quantile(theirs.times, share),
      "ms",
      mine.times.length,
    );
  }
  report("recall@10", mine.found / mine.times.length, theirs.found / theirs.times.length, "share", mine.times.length);
  for (const slips of [1, 2]) {
    const some = questions.filter((_, n) => (n % 2) + 1 === slips);
    const { found } = outcome(
      some,
      some.map((question) => ours(index, question.typed)),
    );
    report(
      `recall@10, ${slips === 1 ? "one slip" : "two slips"}`,
      found / some.length,
      0.99,
      "share, against the goal",
      some.length,
    );
  }
  const partial = Array.from({ length: 2000 }, () => partOf(someone()));
  const { times, found } = outcome(
    partial,
    partial.map(({ typed }) => ours(index, typed)),
  );
  report("p99, last four digits and initials", quantile(times, 0.99), 1, "ms, against the goal", times.length);
  report(
    "recall@10, last four digits and initials",
    found / times.length,
    0.99,
    "share, against the goal",
    times.length,
  );
}

function partOf(n: number): Question {
  const meant = names[n]!;
  return {
    meant,
    typed: `${phoneOf(n).slice(-4)} ${meant
      .split(" ")
      .map((word) => word[0])
      .join(" ")}`,
  };
}

/** The baseline's turns come evenly among ours, before and after in turn. */
async function byTurns(index: NameIndex, db: Db, questions: readonly Question[]): Promise<[Outcome, Outcome]> {
  const every = Math.max(1, Math.floor(questions.length / Number(values.compared)));
  const mine: Answer[] = [];
  const theirs: Answer[] = [];
  for (const question of questions.slice(0, 300)) ours(index, question.typed);
  for (const [n, { typed }] of questions.entries()) {
    const isCompared = n % every === 0;
    const isFirst = (n / every) % 2 === 0;
    if (isCompared && isFirst) theirs.push(await trigrams(db, typed));
    mine.push(ours(index, typed));
    if (isCompared && !isFirst) theirs.push(await trigrams(db, typed));
  }
  return [
    outcome(questions, mine),
    outcome(
      questions.filter((_, n) => n % every === 0),
      theirs,
    ),
  ];
}

function outcome(questions: readonly Question[], answers: readonly Answer[]): Outcome {
  const found = answers.filter(({ names }, n) =>
    names.some((name) => name?.toLowerCase() === questions[n]!.meant.toLowerCase()),
  );
  return { times: answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b), found: found.length };
}

function ours(index: NameIndex, typed: string): Answer {
  let [milliseconds, names]: [number, (string | null)[]] = [Infinity, []];
  for (let turn = 0; turn < 3; turn++) {
    const began = performance.now();
    names = search(index, typed).map(({ name }) => name);
    milliseconds = Math.min(milliseconds, performance.now() - began);
  }
  return { milliseconds, names };
}

async function trigrams(db: Db, typed: string): Promise<Answer> {
  let [milliseconds, names]: [number, string[]] = [Infinity, []];
  for (let turn = 0; turn < 3; turn++) {
    const began = performance.now();
    const rows = await db.many<{ name: string }>(sql`
      select name from trigram_names
      where name % ${typed}
      order by similarity(name, ${typed}) desc, id
      limit 10`);
    milliseconds = Math.min(milliseconds, performance.now() - began);
    names = rows.map(({ name }) => name);
  }
  return { milliseconds, names };
}

async function secondsOfBareCopy(db: Db): Promise<number> {
  const began = performance.now();
  for (const source of ["identities (id, customer_id, kind, value)", "facts (identity_id, value)"]) {
    await db.copyOut(source, async (rows) => {
      for await (const chunk of rows) void chunk;
    });
  }
  return (performance.now() - began) / 1000;
}

function memory(index: NameIndex): void {
  const { names: held, vocabulary, records } = index.bytes;
  const each = (bytes: number): number => bytes / names.length;
  report("bytes a customer: names and postings, against the goal", each(held), 24, "byte", names.length);
  report("bytes a customer: words and the ways to them", each(vocabulary), 24, "byte", names.length);
  report("bytes a customer: ids, numbers and names as written", each(records), 24, "byte", names.length);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function report(metric: string, mine: number, baseline: number, unit: string, n: number): void {
  const round = (value: number): number => Number(value.toPrecision(4));
  const line = {
    heart: "names",
    metric,
    ours: round(mine),
    baseline: round(baseline),
    ratio: round(mine / baseline),
    unit,
    n,
  };
  console.log(JSON.stringify({ ...line, customers: names.length }));
}
