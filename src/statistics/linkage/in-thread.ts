import { parentPort } from "node:worker_threads";
import { Runner } from "./errands.ts";
import type { Order, Report } from "./thread.ts";

/** What a thread does: hear an order, do it, report. */
let runner: Runner | undefined;

parentPort!.on("message", (order: Order) => {
  if ("ground" in order) runner = new Runner(order.ground);
  else if ("scales" in order) runner!.take(order.scales);
  else parentPort!.postMessage({ result: runner!.run(order.errand) } satisfies Report);
});
