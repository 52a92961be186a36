import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor } from "../context.ts";
import { InvalidInput } from "../errors.ts";
import { isAllowed, refusalFor } from "./allow.ts";
import { credentialIn, type Doorkeeper } from "./doorkeeper.ts";

/** Finds out who comes, and lets in whom the route allows. Hooks call back: a request that waits for nothing is not made to. */
export function admitOnly(app: FastifyInstance<any, any, any, any, any>, doorkeeper: Doorkeeper): void {
  app.decorateRequest("actor", undefined);
  app.decorateRequest("cameBy", undefined);
  app.addHook("onRequest", (request, _reply, done) => {
    const credential = credentialIn(request.headers);
    if (!credential) return done(admit(request, undefined));
    request.cameBy = credential.by;
    const answer = credential.by === "key" ? doorkeeper.ofKey(credential.text) : doorkeeper.ofSession(credential.text);
    if (!(answer instanceof Promise)) return done(admit(request, answer));
    answer.then((actor) => done(admit(request, actor)), done);
  });
}

/** What keeps this actor out, if anything. */
function admit(request: FastifyRequest, actor: Actor | undefined): Error | undefined {
  if (request.url.includes("%00")) return new InvalidInput("The address holds a NUL character.");
  request.actor = actor;
  const allow = request.routeOptions.config?.allow ?? ["everyone"];
  return isAllowed(allow, actor) ? undefined : refusalFor(allow, actor);
}
