import type { FastifySchema, RouteOptions } from "fastify";
import type { Allow } from "./allow.ts";

export type Operation = Readonly<Record<string, unknown>>;
type ObjectSchema = { readonly properties?: Record<string, object>; readonly required?: readonly string[] };

/** One route, as OpenAPI 3.1 writes it. */
export function operationOf(method: string, { url, schema = {}, config }: RouteOptions): Operation {
  const allow = config?.allow ?? [];
  return {
    operationId: operationId(method, url),
    summary: schema.summary,
    description: [schema.description, `For: ${allow.join(", ")}.`].filter(Boolean).join("\n\n"),
    tags: [/^\/v1\/([a-z]+)/.exec(url)?.[1] ?? "operations"],
    parameters: [...parametersOf("path", schema.params, url), ...parametersOf("query", schema.querystring, url)],
    ...(schema.body !== undefined && {
      requestBody: { required: true, content: { "application/json": { schema: schema.body } } },
    }),
    responses: { ...answersOf(schema), ...problemsFor(allow, schema) },
    security: securityOf(allow),
    ...config?.document,
  };
}

/** /v1/customers/:id becomes /v1/customers/{id}. */
export function pathOf(url: string): string {
  return url.replace(/:([A-Za-z]+)/g, "{$1}");
}

function operationId(method: string, url: string): string {
  const words = url
    .replace(/^\/(v1\/)?/, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return [method.toLowerCase(), ...words.map((word) => word[0]!.toUpperCase() + word.slice(1))].join("");
}

function parametersOf(where: "path" | "query", schema: unknown, url: string): object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema;
  const named = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema,
  }));
  if (where === "query") return named;
  const undescribed = [...url.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]!).filter((name) => !properties[name]);
  return [...named, ...undescribed.map((name) => ({ name, in: where, required: true, schema: { type: "string" } }))];
}

function answersOf({ response }: FastifySchema): Record<string, object> {
  const answers = Object.entries(
    (response ?? {}) as Record<string, { description?: string; type?: string; content?: object }>,
  );
  if (answers.length === 0) return { "200": { description: "Done" } };
  return Object.fromEntries(answers.map(([status, schema]) => [status, answerOf(schema)]));
}

function answerOf(schema: { description?: string; type?: string; content?: object }): object {
  const description = schema.description ?? "Done";
  if (schema.content) return schema;
  return schema.type === "null" ? { description } : { description, content: { "application/json": { schema } } };
}

function problemsFor(allow: readonly Allow[], { body, querystring, params }: FastifySchema): Record<string, object> {
  const problems: [number, string][] = [
    [429, "Too many requests"],
    [503, "The database cannot be reached"],
  ];
  if (body ?? querystring ?? params) problems.push([400, "Something in the request is not right"]);
  if (body !== undefined) problems.push([413, "Too large"], [415, "No JSON"]);
  if (params !== undefined) problems.push([404, "Nothing is here"]);
  if (!allow.includes("everyone")) problems.push([401, "Nobody is signed in"], [403, "Not allowed"]);
  return Object.fromEntries(
    problems.map(([status, description]) => [status, { description, content: problemContent }]),
  );
}
const problemContent = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };

/** Either of them will do; an empty one stands for nothing at all. */
function securityOf(allow: readonly Allow[]): object[] {
  if (allow.includes("everyone")) return [{}];
  const keys = allow.some((who) => who.endsWith(" key"));
  const roles = allow.some((who) => !who.endsWith(" key"));
  return [...(roles ? [{ session: [] }] : []), ...(keys ? [{ key: [] }] : [])];
}
