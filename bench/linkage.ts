import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { PeopleBeingRead } from "../src/customers/linkage/people.ts";
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

/** In this thread alone, with more pairs than are needed, so that comparing is what takes the time. */
async function pairsOfSecond(): Promise<void> {
  let [mine, plain] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    let began = process.cpuUsage();
    let seconds = 0;
    const tell = (progress: string): void => {
      if (progress.startsWith("chose")) began = process.cpuUsage();
      if (progress.startsWith("compared")) seconds = secondsSince(began);
    };
    const { links } = await link(people.table(), { tell, pairsMax: Number(values.pairs) });
    mine = Math.max(mine, links.reduce((sum, { compared }) => sum + compared, 0) / seconds);
    plain = Math.max(plain, plainPairsOfSecond(links));
  }
  report("pairs a second of one processor, against the plain way", mine, plain, "pairs/s");
  report("pairs a second of one processor, against the goal", mine, goal.pairsOfSecond, "pairs/s");
}

/** Half of the plain pairs are links that were found, half are neighbours in a block that were not: by a fixed step. */
function plainPairsOfSecond(links: Linkage["links"]): number {
  const dates = new Set([2]);
  const pairs = links
    .flatMap(({ a, b }) => Array.from(a.subarray(0, 2000), (first, i) => [first, b[i]!] as const))
    .slice(0, 50_000);
  const others = pairs.map(([a], i) => [a, (a + 1 + i) % records] as const);
  const began = process.cpuUsage();
  for (const [a, b] of [...pairs, ...others]) plainWeight(made.rows[a]!, made.rows[b]!, dates);
  return (2 * pairs.length) / secondsSince(began);
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
