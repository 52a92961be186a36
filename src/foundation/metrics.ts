import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** What is measured of a server: counts and times, never who. */
export type Metrics = { readonly registry: Registry; readonly requests: Histogram<"method" | "route" | "status"> };

export function newMetrics(): Metrics {
  const registry = new Registry();
  const requests = new Histogram({
    name: "regulars_request_seconds",
    help: "Time to answer a request, by route pattern and status.",
    labelNames: ["method", "route", "status"],
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10],
    registers: [registry],
  });
  return { registry, requests };
}

/** Memory, event loop, garbage collection: of the whole process, so once. */
export function measureProcess({ registry }: Metrics): void {
  collectDefaultMetrics({ register: registry });
}
