import { Type } from "typebox";
import { peopleOf, readSourceRank } from "../../customers/index.ts";
import type { Audit } from "../../foundation/audit.ts";
import type { Actor } from "../../foundation/context.ts";
import { NotFound } from "../../foundation/errors.ts";
import { contextOf, type App } from "../../foundation/http/index.ts";
import { TimelineQuery, TouchesQuery, TouchPage } from "./contract.ts";
import { pageOf } from "./page.ts";
import { touchesLike, touchesOf } from "./touch-rows.ts";

const usual = 50;
const CustomerPath = Type.Object({ id: Type.String({ format: "uuid" }) }, { additionalProperties: false });

export function timelineRoutes(app: App, house: { readonly audit: Audit }): void {
  app.get(
    "/v1/customers/:id/timeline",
    {
      schema: {
        summary: "A customer's contacts, newest first",
        params: CustomerPath,
        querystring: TimelineQuery,
        response: { 200: TouchPage },
      },
      config: { allow: ["front line", "manager", "administrator", "read key"] },
    },
    async (request) => {
      const ctx = contextOf(request);
      house.audit.assertCanLook();
      const { cursor, limit = usual } = request.query;
      const person = (await peopleOf(ctx.db, [request.params.id], await readSourceRank(ctx.db))).get(request.params.id);
      if (!person) throw new NotFound(`There is no customer with the id ${request.params.id}.`);
      const page = await pageOf(ctx, await touchesOf(ctx, person.members, cursor, limit), limit);
      house.audit.look(ctx.actor, { customer: person.customer, why: "timeline opened", fields });
      return page;
    },
  );
  app.get(
    "/v1/touches",
    {
      schema: {
        summary: "Everybody's contacts, newest first",
        querystring: TouchesQuery,
        response: { 200: TouchPage },
      },
      config: { allow: ["manager", "administrator", "read key"] },
    },
    async (request) => {
      const ctx = contextOf(request);
      house.audit.assertCanLook();
      const { limit = usual } = request.query;
      const page = await pageOf(ctx, await touchesLike(ctx, request.query, limit), limit);
      lookAtAll(house.audit, ctx.actor, page.touches, fields);
      return page;
    },
  );
}

const fields = ["name", "timeline"];

/** A list of many people's contacts is a look at each of them. */
export function lookAtAll(
  audit: Audit,
  actor: Actor,
  rows: readonly { readonly customer: string }[],
  fields: readonly string[],
): void {
  for (const customer of new Set(rows.map((row) => row.customer)))
    audit.look(actor, { customer, why: "listed", fields });
}
