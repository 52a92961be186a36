import type { FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import type { Actor } from "../context.ts";
import { InvalidInput, NotAllowed } from "../errors.ts";
import { TooManyForNow } from "../too-many-for-now.ts";
import type { App } from "./app.ts";
import { isAllowed, refusalFor, type Allow } from "./allow.ts";
import { credentialIn, type Doorkeeper } from "./doorkeeper.ts";
import { windowSeconds, type RateLimiter } from "./rate-limit.ts";
import { comesFromElsewhere } from "./same-origin.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** False: not counted against the caller's quota. For what watches over the server, and for files of the web app. */
    counted?: boolean;
  }
}

export type Guards = {
  readonly doorkeeper: Doorkeeper;
  readonly limiter: RateLimiter;
  readonly publicHost: string | undefined;
};

/**
 * Puts a guard before every route: who comes, how often, from where, and may they? It is made once per route, and calls
 * back at once where nothing has to be waited for: most requests come by a key or a session that is remembered.
 */
export function guardRoutes(app: App, guards: Guards): void {
  app.decorateRequest("actor", undefined);
  app.decorateRequest("cameBy", undefined);
  app.addHook("onRoute", (route) => {
    route.onRequest = [guardOf(route, guards), ...[route.onRequest ?? []].flat()];
  });
}

type Guard = (request: FastifyRequest, reply: FastifyReply, done: (refusal?: Error) => void) => void;

function guardOf({ config }: RouteOptions, guards: Guards): Guard {
  const door: Door = { ...guards, allow: config?.allow ?? [], counted: config?.counted !== false };
  return (request, reply, done) => {
    const answer = whoIs(request, guards.doorkeeper);
    if (!(answer instanceof Promise)) return done(keptOut(request, reply, door, answer));
    answer.then((actor) => done(keptOut(request, reply, door, actor)), done);
  };
}

type Door = Guards & { readonly allow: readonly Allow[]; readonly counted: boolean };

function whoIs(request: FastifyRequest, doorkeeper: Doorkeeper): Actor | undefined | Promise<Actor | undefined> {
  const credential = credentialIn(request.headers);
  if (!credential) return undefined;
  request.cameBy = credential.by;
  return credential.by === "key" ? doorkeeper.ofKey(credential.text) : doorkeeper.ofSession(credential.text);
}

/** Counted first: whoever knocks at closed doors has a quota too. */
function keptOut(
  request: FastifyRequest,
  reply: FastifyReply,
  door: Door,
  actor: Actor | undefined,
): Error | undefined {
  request.actor = actor;
  return (door.counted ? overQuota(request, reply, door.limiter) : undefined) ?? refusalOf(request, door);
}

const policies = new Map<number, string>();

function policyOf(quota: number): string {
  let policy = policies.get(quota);
  if (!policy) policies.set(quota, (policy = `"default";q=${quota};w=${windowSeconds}`));
  return policy;
}

function overQuota(request: FastifyRequest, reply: FastifyReply, limiter: RateLimiter): TooManyForNow | undefined {
  const { quota, left, resetSeconds } = limiter.take(request.actor, request.ip);
  reply.header("ratelimit-policy", policyOf(quota));
  reply.header("ratelimit", `"default";r=${Math.max(0, left)};t=${resetSeconds}`);
  if (left >= 0) return undefined;
  return new TooManyForNow(
    `${quota} requests in ${windowSeconds} seconds are allowed. Go on in ${resetSeconds} s.`,
    resetSeconds,
  );
}

function refusalOf(request: FastifyRequest, { allow, publicHost }: Door): Error | undefined {
  if (request.url.includes("%00")) return new InvalidInput("The address holds a NUL character.");
  if (!isAllowed(allow, request.actor)) return refusalFor(allow, request.actor);
  if (comesFromElsewhere(request, publicHost)) return new NotAllowed(elsewhere);
  return undefined;
}

const elsewhere =
  "A signed-in browser may change things only from this server's own pages: the Origin header must name it. Programs use an API key.";
