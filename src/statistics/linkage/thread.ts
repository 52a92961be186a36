import { Worker } from "node:worker_threads";
import type { Errand, Ground, Scales } from "./errands.ts";
import type { Links } from "./links.ts";
import type { Patterns } from "./patterns.ts";

export type Order = { readonly ground: Ground } | { readonly scales: Scales } | { readonly errand: Errand };
export type Report = { readonly result: Patterns | Links };

/** Another thread that goes through pairs. */
export type Thread = {
  begin(ground: Ground): void;
  take(scales: Scales): void;
  run(errand: Errand): Promise<Patterns | Links>;
  stop(): Promise<void>;
};

/** Starting takes a third of a second or so, in which this thread can go on. */
export function startThread(): Thread {
  const worker = new Worker(new URL("./run-thread.js", import.meta.url));
  const tell = (order: Order): void => worker.postMessage(order);
  // Whoever waits hears of a failure; a thread that nobody waits for must not end the program.
  let waiting: { done(result: Patterns | Links): void; failed(error: unknown): void } | undefined;
  let broken: unknown;
  worker.on("message", ({ result }: Report) => waiting?.done(result));
  worker.on("error", (error) => {
    broken = error;
    waiting?.failed(error);
  });
  return {
    begin: (ground) => tell({ ground }),
    take: (scales) => tell({ scales }),
    run: (errand) =>
      new Promise((done, failed) => {
        if (broken !== undefined) return failed(broken);
        waiting = { done, failed };
        tell({ errand });
      }),
    stop: async () => void (await worker.terminate()),
  };
}
