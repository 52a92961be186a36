import { Type } from "typebox";
import { contextOf, type App } from "../foundation/http/index.ts";
import { mergeCustomers, unmergeCustomers } from "./merge.ts";

const IdentityId = Type.String({ format: "uuid", description: "Any identity of the customer: every one leads there." });

const body = Type.Object(
  {
    customers: Type.Tuple([IdentityId, IdentityId]),
    say: Type.Union([Type.Literal("same"), Type.Literal("apart")]),
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
const Merged = Type.Object({
  id: Type.String({ format: "uuid", description: "What was said; DELETE it to take it back." }),
  customer: Type.String({ format: "uuid" }),
});

/** Who may say that two customers are one: those who answer for what follows from it. */
const allow = ["manager", "administrator", "write key"] as const;

export function mergeRoutes(app: App): void {
  app.post(
    "/v1/merges",
    {
      schema: {
        summary: "Say that two customers are one person, or that they are not",
        body,
        response: { 200: Merged },
      },
      config: { allow: [...allow] },
    },
    async (request) => mergeCustomers(contextOf(request), request.body),
  );
  app.delete(
    "/v1/merges/:id",
    {
      schema: {
        summary: "Take back what was said of two customers",
        params: Type.Object({ id: Type.String({ format: "uuid" }) }),
        response: { 204: Type.Null() },
      },
      config: { allow: [...allow] },
    },
    async (request, reply) => {
      await unmergeCustomers(contextOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
