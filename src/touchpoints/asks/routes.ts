import { seesNames } from "../../customers/index.ts";
import type { Audit } from "../../foundation/audit.ts";
import { contextOf, type App } from "../../foundation/http/index.ts";
import { lookAtAll } from "../timeline/routes.ts";
import { AskHeaders, AskReceived, AskReport, ReaskPage, ReaskRowsQuery, Reasks, ReasksQuery } from "./contract.ts";
import { reasks } from "./reasks.ts";
import { reportAsk } from "./report-ask.ts";
import { reaskRows } from "./rows.ts";

const usual = 50;

export function askRoutes(app: App, house: { readonly audit: Audit }): void {
  app.post(
    "/v1/asks",
    {
      schema: {
        summary: "Say that a customer was asked for something",
        description:
          "Counts as a re-ask when it was known and fresh at that moment. The same report counts once, by its Idempotency-Key or by all that it says; it may come late.",
        headers: AskHeaders,
        body: AskReport,
        response: { 200: AskReceived },
      },
      config: { allow: ["front line", "manager", "administrator", "write key"] },
    },
    async (request) => reportAsk(contextOf(request), request.body, request.headers["idempotency-key"]),
  );
  app.get(
    "/v1/reasks",
    {
      schema: {
        summary: "How often customers were asked for what they had told",
        querystring: ReasksQuery,
        response: { 200: Reasks },
      },
      config: { allow: ["manager", "executive", "administrator", "read key"] },
    },
    async (request) => reasks(contextOf(request), request.query),
  );
  app.get(
    "/v1/reasks/rows",
    {
      schema: {
        summary: "What was asked again, contact by contact",
        querystring: ReaskRowsQuery,
        response: { 200: ReaskPage },
      },
      config: { allow: ["manager", "executive", "administrator", "read key"] },
    },
    async (request) => {
      const ctx = contextOf(request);
      house.audit.assertCanLook();
      const page = await reaskRows(ctx, request.query, request.query.limit ?? usual);
      lookAtAll(house.audit, ctx.actor, page.rows, seesNames(ctx.actor) ? ["name", "asked"] : ["asked"]);
      return page;
    },
  );
}
