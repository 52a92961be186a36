import type { FastifyRequest } from "fastify";
import { NotAllowed } from "../errors.ts";
import type { Metrics } from "../metrics.ts";
import type { App } from "./app.ts";
import { comesFromThisMachine } from "./near.ts";

/** Answers what keeps the server from working, in words; nothing when all is well. */
export type Readiness = () => Promise<string | undefined>;

/** For whatever keeps the server running: is it alive, can it work, what does it do? */
export function watchRoutes(app: App, isReady: Readiness, { registry }: Metrics): void {
  const config = { allow: ["everyone" as const], counted: false };
  app.get("/healthz", { schema: { summary: "Is the process alive?" }, config }, async () => ({ status: "alive" }));

  app.get(
    "/readyz",
    { schema: { summary: "Can it answer requests: database, schema, key?" }, config },
    async (_request, reply) => {
      const trouble = await isReady();
      return reply
        .status(trouble ? 503 : 200)
        .send(trouble ? { status: "not ready", detail: trouble } : { status: "ready" });
    },
  );

  app.get("/metrics", { schema: { summary: "Counts and times for Prometheus" }, config }, async (request, reply) => {
    refuseUnlessNear(request);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** From the machine itself, or with a read key or an administrator's session: figures tell how busy a business is. */
function refuseUnlessNear(request: FastifyRequest): void {
  const { actor } = request;
  if (actor?.kind === "key" && actor.may === "read") return;
  if (actor?.kind === "staff" && actor.role === "administrator") return;
  if (comesFromThisMachine(request)) return;
  throw new NotAllowed("Metrics are for this machine itself, a read key or an administrator.");
}
