import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { PeopleBeingRead } from "../src/customers/linkage/people.ts";
import { blocksOf, largestWithin, layOut, type Layout } from "../src/statistics/linkage/blocks.ts";
import { Runner } from "../src/statistics/linkage/errands.ts";
import type { Links } from "../src/statistics/linkage/links.ts";
import { recordsOf } from "../src/statistics/linkage/records.ts";
import { link, startThread, type Linkage } from "../src/statistics/linkage/index.ts";
import { scoreClusters } from "../test/cluster-score.ts";
import { madePeople } from "../test/made-people.ts";
import { plainWeight } from "./linkage/plain.ts";

/*
 * How long does it take to find who is written down twice, and how many pairs a second is that?
 *
 *   npm run bench -- linkage [--records 1000000] [--pairs 40000000] [--threads 2] [--rounds 3]
 *
 * Ours: the whole of `regulars link` after the file is read (normalised and numbered while it is read), on invented people
 * in households. Baseline for pairs a second: the same rows compared plainly, in bench/linkage/plain.ts; with early giving
 * up ours does less than all comparisons for hopeless pairs, as it does in use. DuckDB is not among this project's
 * packages, so no comparison with it is made here. Processor time of all threads, the least of some rounds, by turns.
 */
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    records: { type: "string", default: "1000000" },
    pairs: { type: "string", default: "40000000" },
    threads: { type: "string", default: String(Math.min(8, availableParallelism())) },
    rounds: { type: "string", default: "3" },
  },
});
const records = Number(values.records);
const rounds = Number(values.rounds);
const goal = { secondsOfAll: 3, pairsOfSecond: 10_000_000 };

const made = madePeople({ records, seed: "bench" });
const people = new PeopleBeingRead(made.fields);
for (const row of made.rows) people.add(row);

const threads = Array.from({ length: Number(values.threads) }, startThread);
try {
  await whole();
  await pairsOfSecond();
} finally {
  await Promise.all(threads.map((thread) => thread.stop()));
}

async function whole(): Promise<void> {
  let [wall, cpu] = [Infinity, Infinity];
  let linkage: Linkage | undefined;
  for (let round = 0; round < rounds; round++) {
    const [began, used] = [performance.now(), process.cpuUsage()];
    linkage = await link(people.table(), { threads });
    wall = Math.min(wall, (performance.now() - began) / 1000);
    cpu = Math.min(cpu, secondsSince(used));
  }
  report("seconds to learn, compare and cluster, against the goal", wall, goal.secondsOfAll, "s, wall");
  report("the same, processor time over the goal's two cores", cpu, 2 * goal.secondsOfAll, "s, processor");
  const { precision, recall, f1 } = scoreClusters(linkage!.clustering.clusters, made.person);
  report("precision on clusters", precision, 1, "share");
  report("recall on clusters", recall, 1, "share");
  report("F1 on clusters", f1, 1, "share");
  report("megabytes at the end, rows included", process.memoryUsage().rss / 1e6, 8000, "MB, against the goal");
}

/** In this thread alone, by surnames that sound alike: large blocks, nearly all of them strangers, as a broad rule has them. */
async function pairsOfSecond(): Promise<void> {
  const table = people.table();
  const { weights } = await link(table, { threads });
  const sounds = table.keys.find(({ name }) => name === "sound of surname")!.ids;
  const blocks = blocksOf([sounds]);
  const layout = layOut(blocks, largestWithin(blocks, Number(values.pairs)));
  const lists = { columns: table.columns, keys: [], groups: [layout.group] };
  const runner = new Runner({ records: recordsOf(lists, table.comparisons), layouts: [layout] });
  runner.take({ weights, least: -4 });
  let [mine, plain] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const began = process.cpuUsage();
    const { compared } = runner.run({ what: "links", rule: 0, from: 1, to: layout.starts.length - 1 }) as Links;
    mine = Math.max(mine, compared / secondsSince(began));
    plain = Math.max(plain, plainPairsOfSecond(layout));
  }
  report("pairs a second of one processor, against the plain way", mine, plain, "pairs/s");
  report("pairs a second of one processor, against the goal", mine, goal.pairsOfSecond, "pairs/s");
}

/** The first pairs of the same blocks. */
function plainPairsOfSecond({ order, starts }: Layout): number {
  const dates = new Set([2]);
  let pairs = 0;
  const began = process.cpuUsage();
  for (let block = 1; pairs < 200_000 && block < starts.length - 1; block++)
    for (let i = starts[block]!; i < starts[block + 1]!; i++)
      for (let j = i + 1; j < starts[block + 1]!; j++, pairs++)
        plainWeight(made.rows[order[i]!]!, made.rows[order[j]!]!, dates);
  return pairs / secondsSince(began);
}

function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

function report(metric: string, ours: number, baseline: number, unit: string): void {
  const round = (value: number): number => Number(value.toPrecision(4));
  const figures = { ours: round(ours), baseline: round(baseline), ratio: round(ours / baseline) };
  console.log(JSON.stringify({ heart: "linkage", metric, ...figures, unit, n: records }));
}
