import { Type } from "typebox";
import { contextOf, type App } from "../foundation/http/index.ts";
import { Look } from "./contract.ts";
import { looks } from "./looks.ts";

const querystring = Type.Object(
  {
    customer: Type.Optional(Type.String({ format: "uuid" })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
    cursor: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
);
const LookPage = Type.Object({ looks: Type.Array(Look), next: Type.Union([Type.String(), Type.Null()]) });

export function lookRoutes(app: App): void {
  app.get(
    "/v1/audit",
    {
      schema: { summary: "Who looked at which customer, the newest first", querystring, response: { 200: LookPage } },
      config: { allow: ["administrator"] },
    },
    async (request) => looks(contextOf(request), { ...request.query, limit: request.query.limit ?? 100 }),
  );
}
