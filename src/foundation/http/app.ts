import type { IncomingMessage, ServerResponse } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from "fastify";
import type { Db } from "../database/database.ts";
import { requireAllow } from "./allow.ts";
import { admitOnly } from "./admit.ts";
import { answer, answerProblems } from "./answer-problems.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { parseJson, textOf } from "./json-text.ts";
import { problemOf } from "./problem-of.ts";
import { turnText } from "./text-values.ts";
import { refuseUnreadable } from "./unreadable.ts";

/** Where doors are hung. Schemas made with `typebox` give handlers their types. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export type AppOptions = {
  readonly db: Db;
  readonly doorkeeper: Doorkeeper;
  readonly clock: () => Date;
  readonly log?: FastifyBaseLogger;
  /** Of one request's body; a route may set its own `bodyLimit`. */
  readonly bodyBytes?: number;
};

const bodyBytes = 64 * 1024;

/** An application without routes: every route added to it is guarded, validated and answers problems in one shape. */
export function buildApp(options: AppOptions): App {
  const app = fastify({
    ...(options.log && { loggerInstance: options.log }),
    bodyLimit: options.bodyBytes ?? bodyBytes,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    disableRequestLogging: true,
    // What fails before there is a route: an address that cannot be read.
    frameworkErrors: (error, request, reply) => void answer(request, reply, problemOf(error).problem),
    clientErrorHandler: refuseUnreadable,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.decorate("regulars", { db: options.db, clock: options.clock });
  readJson(app);
  answerProblems(app);
  requireAllow(app);
  admitOnly(app, options.doorkeeper);
  app.addHook("onRoute", turnText);
  return app;
}

function readJson(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => {
    try {
      done(null, parseJson(textOf(body as Buffer)));
    } catch (error) {
      done(error as Error);
    }
  });
}
