import { Type } from "typebox";
import type { Audit } from "../foundation/audit.ts";
import { contextOf, type App } from "../foundation/http/index.ts";
import { Foreseen, Merge, Merged, SayingPage, SayingsPath, SayingsQuery } from "./contract.ts";
import { foreseeMerge } from "./foresee-merge.ts";
import { mergeCustomers, unmergeCustomers } from "./merge.ts";
import { sayingsOf } from "./sayings.ts";

/** Who may say that two customers are one: those who answer for what follows from it. */
const speakers = { allow: ["manager", "administrator", "write key"] } as const;
const readers = { allow: ["manager", "administrator"] } as const;
const usual = 20;

type House = { readonly audit: Audit };

export function mergeRoutes(app: App, house: House): void {
  app.post(
    "/v1/merges",
    {
      schema: {
        summary: "Say that two customers are one person, or that they are not",
        body: Merge,
        response: { 200: Merged },
      },
      config: speakers,
    },
    async (request) => {
      const { id, customer } = await mergeCustomers(contextOf(request), request.body);
      return { id, customer };
    },
  );
  app.delete(
    "/v1/merges/:id",
    {
      schema: {
        summary: "Take back what was said of two customers",
        params: Type.Object({ id: Type.String({ format: "uuid" }) }),
        response: { 204: Type.Null() },
      },
      config: speakers,
    },
    async (request, reply) => {
      await unmergeCustomers(contextOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  lookingRoutes(app, house);
}

/** What is looked at before and after something is said; every customer shown is a look at them. */
function lookingRoutes(app: App, { audit }: House): void {
  app.post(
    "/v1/merges/foreseen",
    {
      schema: {
        summary: "What would follow from saying so: nothing is said yet",
        body: Merge,
        response: { 200: Foreseen },
      },
      config: readers,
    },
    async (request) => {
      const ctx = contextOf(request);
      audit.assertCanLook();
      const foreseen = await foreseeMerge(ctx, request.body);
      const concerned = foreseen.customers.flatMap(({ identifiers }) => identifiers.map(({ now }) => now));
      for (const customer of new Set(concerned))
        audit.look(ctx.actor, { customer, why: "merge foreseen", fields: ["name", "identifiers"] });
      return foreseen;
    },
  );
  app.get(
    "/v1/customers/:id/sayings",
    {
      schema: {
        summary: "What people said of a customer: the same person as, or not the same as; the latest first",
        params: SayingsPath,
        querystring: SayingsQuery,
        response: { 200: SayingPage },
      },
      config: readers,
    },
    async (request) => {
      const ctx = contextOf(request);
      audit.assertCanLook();
      const { limit = usual, cursor } = request.query;
      const { customer, sayings, next } = await sayingsOf(ctx, request.params.id, { limit, cursor });
      audit.look(ctx.actor, { customer, why: "what was said opened", fields: ["name", "identifiers"] });
      return { sayings, next };
    },
  );
}
