import type { FastifyRequest } from "fastify";
import type { Actor, Context } from "../context.ts";
import type { Db } from "../database/database.ts";
import { NotSignedIn } from "../errors.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** What every request's context is made of. */
    regulars: {
      readonly db: Db;
      readonly clock: () => Date;
      /** Did the browser come over an encrypted connection, as far as we can know? */
      readonly isEncrypted: (request: Pick<FastifyRequest, "protocol">) => boolean;
      /** Does whoever asks sit at the server's own machine, as far as nobody can pretend to? */
      readonly isAtTheMachine: (request: Pick<FastifyRequest, "headers" | "socket">) => boolean;
    };
  }
  interface FastifyRequest {
    actor: Actor | undefined;
    /** Which credential said who the actor is. */
    cameBy: "key" | "session" | undefined;
  }
}

// Only what is used, or a request whose body has a type of its own would not fit.
type Request = Pick<FastifyRequest, "actor"> & { readonly server: Pick<FastifyRequest["server"], "regulars"> };

/** What verbs and questions want to know of a request: who acts, on which database, when. */
export function contextOf(request: Request): Context {
  if (!request.actor) throw new NotSignedIn("Nobody is signed in here.");
  return contextAs(request, request.actor);
}

/** The same for a door that found out by itself who acts: a key in the body, a signed link, the set-up of the owner. */
export function contextAs(request: Pick<Request, "server">, actor: Actor): Context {
  return { actor, db: request.server.regulars.db, now: request.server.regulars.clock() };
}
