import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { LogController, type FastifyBaseLogger } from "fastify";
import type { Db } from "../database/database.ts";
import { newMetrics, type Metrics } from "../metrics.ts";
import { requireAllow } from "./allow.ts";
import type { App } from "./app.ts";
import { answer, answerProblems } from "./answer-problems.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import { guardRoutes } from "./guard.ts";
import { parseJson, textOf } from "./json-text.ts";
import { isMoment } from "./moment.ts";
import { answerToKnownHosts } from "./known-hosts.ts";
import { comesFromThisMachine, listensHereOnly } from "./near.ts";
import { observeRoutes } from "./observe.ts";
import { serveOpenApi } from "./openapi.ts";
import { problemOf } from "./problem-of.ts";
import { RateLimiter } from "./rate-limit.ts";
import type { Quotas } from "./request-counts.ts";
import { headersOfData } from "./security-headers.ts";
import { turnText } from "./text-values.ts";
import { refuseUnreadable } from "./unreadable.ts";
import { watchRoutes, type Readiness } from "./watch-routes.ts";

export type AppOptions = {
  readonly db: Db;
  readonly doorkeeper: Doorkeeper;
  readonly clock: () => Date;
  readonly log?: FastifyBaseLogger;
  /** Of one request's body; a route may set its own `bodyLimit`. */
  readonly bodyBytes?: number;
  /** Requests a minute. */
  readonly quotas?: Quotas;
  /** How many proxies stand before the server. */
  readonly proxies?: number;
  /** The address that browsers know the server by. */
  readonly publicUrl?: URL | null;
  /** Further names by which the server is reached. */
  readonly hosts?: readonly string[];
  readonly metrics?: Metrics;
  readonly isReady?: Readiness;
};

const defaults = { bodyBytes: 64 * 1024, quotas: { key: 1_000_000, staff: 60_000, visitor: 3000 } };

/** An application with no doors yet: every route hung on it is guarded, validated, documented and measured. */
export function buildApp(options: AppOptions): App {
  const app = bareApp(options);
  const limiter = new RateLimiter(options.db, options.clock, options.quotas ?? defaults.quotas);
  const metrics = options.metrics ?? newMetrics();
  app.decorate("regulars", {
    db: options.db,
    clock: options.clock,
    isEncrypted: ({ protocol }) => protocol === "https" || options.publicUrl?.protocol === "https:",
    // Behind a proxy everybody seems to come from this machine.
    isAtTheMachine: (request) =>
      !options.proxies && !options.publicUrl && listensHereOnly(app.server) && comesFromThisMachine(request),
  });
  readJson(app);
  answerProblems(app);
  welcome(app);
  answerToKnownHosts(app, namesOf(options));
  requireAllow(app);
  guardRoutes(app, { doorkeeper: options.doorkeeper, limiter, publicHost: options.publicUrl?.host });
  observeRoutes(app, metrics);
  app.addHook("onRoute", turnText);
  serveOpenApi(app);
  watchRoutes(app, options.isReady ?? (async () => undefined), metrics);
  stopSharing(app, limiter.start());
  return app;
}

function bareApp({ log, bodyBytes, proxies = 0 }: AppOptions): App {
  return fastify({
    ...(log && { loggerInstance: log }),
    logController: new LogController({ disableRequestLogging: true }),
    // A log of each request's own costs 1.6 µs a request (2026-11); the few lines that are written name the request themselves.
    childLoggerFactory: (logger) => logger,
    bodyLimit: bodyBytes ?? defaults.bodyBytes,
    trustProxy: proxies > 0 ? (_address: string, hop: number) => hop < proxies : false,
    genReqId: requestId,
    // Slow senders must not hold a place for ever.
    requestTimeout: 60_000,
    return503OnClosing: false,
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false },
      onCreate: (ajv) => void ajv.addFormat("date-time", isMoment),
    },
    // What fails before there is a route: an address that cannot be read.
    frameworkErrors: (error, request, reply) => void answer(request, reply, problemOf(error).problem),
    clientErrorHandler: refuseUnreadable,
  }).withTypeProvider<TypeBoxTypeProvider>();
}

function namesOf({ hosts = [], publicUrl }: AppOptions): readonly string[] {
  return publicUrl ? [...hosts, publicUrl.hostname] : hosts;
}

/** The caller's own id where it is harmless in a log, so that one id leads through several systems. */
function requestId({ headers }: { headers: IncomingHttpHeaders }): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

function welcome(app: App): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(headersOfData);
    reply.header("x-request-id", request.id);
    done();
  });
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

function stopSharing(app: App, stop: () => void): void {
  app.addHook("onClose", async () => stop());
}
