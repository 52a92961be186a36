import { seesNames } from "../../customers/index.ts";
import type { Audit } from "../../foundation/audit.ts";
import { contextOf, type App } from "../../foundation/http/index.ts";
import { lookAtAll } from "../timeline/routes.ts";
import { Ledger, LedgerPage, LedgerQuery, LedgerRowsQuery } from "./contract.ts";
import { promiseLedger } from "./ledger.ts";
import { ledgerRows } from "./rows.ts";

const usual = 50;

export function ledgerRoutes(app: App, house: { readonly audit: Audit }): void {
  app.get(
    "/v1/ledger",
    {
      schema: {
        summary: "What was promised, and how often it was kept",
        querystring: LedgerQuery,
        response: { 200: Ledger },
      },
      config: { allow: ["manager", "executive", "administrator", "read key"] },
    },
    async (request) => promiseLedger(contextOf(request), request.query),
  );
  app.get(
    "/v1/ledger/rows",
    {
      schema: { summary: "The verdicts behind a figure", querystring: LedgerRowsQuery, response: { 200: LedgerPage } },
      config: { allow: ["manager", "executive", "administrator", "read key"] },
    },
    async (request) => {
      const ctx = contextOf(request);
      house.audit.assertCanLook();
      const page = await ledgerRows(ctx, request.query, request.query.limit ?? usual);
      lookAtAll(house.audit, ctx.actor, page.rows, seesNames(ctx.actor) ? ["name", "promises"] : ["promises"]);
      return page;
    },
  );
}
