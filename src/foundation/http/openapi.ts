import type { RouteOptions } from "fastify";
import type { App } from "./app.ts";
import { operationOf, pathOf, type Operation } from "./operation.ts";
import { problemShape } from "./problem-shape.ts";

declare module "fastify" {
  interface FastifySchema {
    /** One line on what the door does; every documented route has one. */
    summary?: string;
    description?: string;
    /** True for files of the web app and the like. */
    hide?: boolean;
  }
  interface FastifyContextConfig {
    /** What the document says where the schemas cannot: a body that the door reads by itself. */
    document?: object;
  }
}

type Paths = Record<string, Record<string, Operation>>;

/** `GET /openapi.json`: made of the same schemas that validate, so that it cannot say anything else. */
export function serveOpenApi(app: App): void {
  const paths: Paths = {};
  let text: string | undefined;
  app.addHook("onRoute", (route) => document(route, paths));
  app.get(
    "/openapi.json",
    { schema: { summary: "This document" }, config: { allow: ["everyone"], counted: false } },
    async (_request, reply) => reply.type("application/json").send((text ??= JSON.stringify(documentOf(paths)))),
  );
}

function document(route: RouteOptions, paths: Paths): void {
  if (route.schema?.hide) return;
  for (const method of [route.method].flat()) {
    if (method === "HEAD" || method === "OPTIONS") continue;
    (paths[pathOf(route.url)] ??= {})[method.toLowerCase()] = operationOf(method, route);
  }
}

function documentOf(paths: Paths): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Regulars",
      version: "1",
      description: "What an employee needs to know of the customer in front of them.",
    },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { Problem: problemShape },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "regulars_session", description: "An employee who signed in." },
        key: {
          type: "http",
          scheme: "bearer",
          description: "An API key; Segment's clients send it as the user of Basic.",
        },
      },
    },
  };
}
