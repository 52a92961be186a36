import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { BenchTown } from "./town/bench-town.ts";
import { idOf, queryOf, type Asked } from "./card/asked.ts";
import { load, quantile, type Load } from "./card/load.ts";
import { shareOfCards } from "./card/share-of-cards.ts";

/**
 * The card over HTTP, authorised and audited, by what a simulated town's customers show: loyalty number, email, telephone.
 * Against a bare Node handler with one look-up by primary key; by turns in one run. DATABASE_URL or REGULARS_HOME say
 * where; an empty database is filled first, and a town that is there is not filled again:
 *
 *   REGULARS_HOME=~/big-town npm run bench -- card --customers 1000000
 *
 * A resident leaves about 22 touches in 180 days. How long a million take to be filled is in bench/town/fill-town.ts.
 * What cards are made of is read once before, as a server that has been up for days has read it; --cold leaves that out.
 */
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    customers: { type: "string", default: "100000" },
    days: { type: "string", default: "180" },
    processes: { type: "string", default: String(cpus().length) },
    cold: { type: "boolean", default: false },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "4" },
    connections: { type: "string", default: "16" },
  },
});

type Server = { readonly child: ChildProcess; readonly port: number; readonly key: string };
type Filled = { readonly town: BenchTown; readonly asked: readonly Asked[] };

const ours = await start<Filled>("ours", [
  values.customers,
  values.days,
  values.processes,
  values.cold ? "cold" : "warm",
]);
const bare = await start("bare", []);
const identityKey = Buffer.from(bare.key, "hex");
const someone = (): Asked => ours.asked[Math.floor(Math.random() * ours.asked.length)]!;
const askCard = (): string =>
  `GET /v1/recognise?${queryOf(someone())}&place=harbour HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${ours.key}\r\n\r\n`;
const askRow = (): string => `GET /${idOf(someone(), identityKey)} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

const seconds = Number(values.seconds);
for (const [port, ask] of [
  [ours.port, askCard],
  [bare.port, askRow],
] as const)
  await load(port, 8, 10, ask);
const alone = await byTurns(1);
const many = await byTurns(Number(values.connections));
report("p50 ms, one at a time", alone, (one) => quantile(one.times, 0.5));
report("p99 ms, one at a time", alone, (one) => quantile(one.times, 0.99));
report(`a second, ${values.connections} connections`, many, ({ requests, seconds }) => requests / seconds);
report(`p99 ms, ${values.connections} connections`, many, (one) => quantile(one.times, 0.99));
report(
  `load generator's share of ${cpus().length} cores`,
  many,
  ({ cpuSeconds, seconds }) => cpuSeconds / seconds / cpus().length,
);
report(
  "µs of the server's CPU a request",
  many,
  ({ serverCpuSeconds, requests }) => (serverCpuSeconds / requests) * 1e6,
);
console.log(JSON.stringify({ ...(await shareOfCards(ours.port, askCard, 500)), ...population(ours.town) }));
for (const { child } of [ours, bare]) child.disconnect();
await Promise.all([ours, bare].map(({ child }) => once(child, "exit")));

async function start<More = unknown>(which: "ours" | "bare", args: readonly string[]): Promise<Server & More> {
  const child = fork(new URL(`./card/${which}.ts`, import.meta.url), [...args], { execArgv: ["--import", "tsx"] });
  const [said] = (await Promise.race([once(child, "message"), once(child, "exit").then(() => [undefined])])) as [
    (Omit<Server, "child"> & More) | undefined,
  ];
  if (!said) throw new Error(`the ${which} server did not start`);
  return { child, ...said };
}

type Measured = Load & { readonly serverCpuSeconds: number };
type Turns = { readonly ours: Measured; readonly bare: Measured };

async function cpuSeconds({ child }: Server): Promise<number> {
  child.send("cpu");
  const [{ user, system }] = (await once(child, "message")) as [NodeJS.CpuUsage];
  return (user + system) / 1e6;
}

/** ABBA, so that a machine that warms up or slows down does the same to both. */
async function byTurns(connections: number): Promise<Turns> {
  const loads: { ours: Measured[]; bare: Measured[] } = { ours: [], bare: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const which of round % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const)) {
      const [server, ask] = which === "ours" ? [ours, askCard] : [bare, askRow];
      const before = await cpuSeconds(server);
      const one = await load(server.port, connections, seconds, ask);
      loads[which].push({ ...one, serverCpuSeconds: (await cpuSeconds(server)) - before });
    }
  }
  return { ours: together(loads.ours), bare: together(loads.bare) };
}

function together(loads: readonly Measured[]): Measured {
  const sum = (of: (load: Measured) => number): number => loads.reduce((sum, load) => sum + of(load), 0);
  const times = Float64Array.from(loads.flatMap((load) => [...load.times])).sort();
  if (sum(({ failed }) => failed) > 0)
    throw new Error(`${sum(({ failed }) => failed)} of ${times.length} requests failed`);
  return {
    requests: times.length,
    seconds: sum(({ seconds }) => seconds),
    times,
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
    failed: 0,
    serverCpuSeconds: sum(({ serverCpuSeconds }) => serverCpuSeconds),
  };
}

function report(metric: string, turns: Turns, of: (load: Measured) => number): void {
  const [mine, baseline] = [of(turns.ours), of(turns.bare)];
  const round = (value: number): number => Number(value.toPrecision(4));
  const unit = metric.includes("µs")
    ? "µs"
    : metric.includes("ms")
      ? "ms"
      : metric.includes("second")
        ? "1/s"
        : "share";
  const line = {
    heart: "card",
    metric,
    ours: round(mine),
    baseline: round(baseline),
    ratio: round(mine / baseline),
    unit,
    n: turns.ours.requests,
  };
  console.log(JSON.stringify({ ...line, ...population(ours.town) }));
}

function population({ residents, touches }: BenchTown): { customers: number; touches: number; warm: boolean } {
  return { customers: residents, touches, warm: !values.cold };
}
