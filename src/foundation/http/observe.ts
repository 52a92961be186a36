import type { FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { actorId } from "../context.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import type { App } from "./app.ts";

type Child = { observe(seconds: number): void };

/**
 * Measures and logs every answer by the route's pattern: the address itself may hold a name, a number, an e-mail.
 * Logged at debug when all went well and nobody waited: six thousand lines a second help nobody.
 */
export function observeRoutes(app: App, metrics: Metrics): void {
  app.addHook("onRoute", (route) => {
    route.onResponse = [observerOf(route, metrics), ...[route.onResponse ?? []].flat()];
  });
}

const slowMilliseconds = 1000;

function observerOf(route: RouteOptions, { requests }: Metrics) {
  const children = new Map<number, Child>();
  const method = String(route.method);
  const childOf = (status: number): Child => {
    let child = children.get(status);
    if (!child) children.set(status, (child = requests.labels({ method, route: route.url, status: String(status) })));
    return child;
  };
  return (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const milliseconds = reply.elapsedTime;
    childOf(reply.statusCode).observe(milliseconds / 1000);
    const level = reply.statusCode >= 400 || milliseconds > slowMilliseconds ? "info" : "debug";
    if ((request.log as Partial<Log>).isLevelEnabled?.(level) ?? true)
      request.log[level](lineOf(route.url, request, reply), "answered");
    done();
  };
}

function lineOf(route: string, { id, method, actor }: FastifyRequest, reply: FastifyReply): object {
  return {
    request: id,
    method,
    route,
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime * 100) / 100,
    actor: actor ? `${actor.kind} ${actorId(actor)}`.trim() : "visitor",
  };
}
