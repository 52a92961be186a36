import type { FastifyInstance } from "fastify";
import type { Actor, Role } from "../context.ts";
import { NotAllowed, NotSignedIn } from "../errors.ts";

/** Who may pass a door: roles of employees, keys of programs, or anybody at all. */
export type Allow = Role | "write key" | "read key" | "everyone";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Every route says who may use it; one that does not is refused when it is registered. */
    allow?: readonly Allow[];
  }
}

export function requireAllow(app: Pick<FastifyInstance, "addHook">): void {
  app.addHook("onRoute", (route) => {
    if (route.config?.allow?.length) return;
    throw new Error(`${String(route.method)} ${route.url} does not say who may use it: add config: { allow: [...] }`);
  });
}

/** The system never comes in by a door. */
export function isAllowed(allow: readonly Allow[], actor: Actor | undefined): boolean {
  return allow.includes("everyone") || (actor !== undefined && allow.some((who) => who === passOf(actor)));
}

function passOf(actor: Actor): Allow | undefined {
  if (actor.kind === "staff") return actor.role;
  if (actor.kind === "key") return `${actor.may} key`;
  return undefined;
}

export function refusalFor(allow: readonly Allow[], actor: Actor | undefined): NotSignedIn | NotAllowed {
  if (!actor) return new NotSignedIn("Nobody is signed in here. Sign in, or send an API key as Authorization: Bearer.");
  const who = actor.kind === "staff" ? `a ${actor.role} account` : `this ${passOf(actor)}`;
  return new NotAllowed(`This is for ${allow.join(", ")}; ${who} may not use it. Ask an administrator.`);
}
