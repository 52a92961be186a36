import type { Audit } from "../foundation/audit.ts";
import type { Actor } from "../foundation/context.ts";
import { contextOf, type App } from "../foundation/http/index.ts";
import { arrivals } from "./arrivals.ts";
import { Recognition } from "./card.ts";
import { Arrivals, ArrivalsQuery, AskQuery, Customer, CustomerPath, MayIAsk, RecogniseQuery } from "./contract.ts";
import { customerBehind } from "./customer.ts";
import { mayIAsk } from "./may-i-ask.ts";
import { recognise } from "./recognise.ts";
import type { Recogniser } from "./recogniser.ts";

export type RecognitionHouse = Recogniser & { readonly audit: Audit };

const counter = ["front line", "manager", "administrator", "read key"] as const;

/** What a card shows: the names of its parts, for the log of looks. */
const cardFields = ["name", "visits", "usual", "familiarFaces", "lastFailure", "facts", "household", "openPromises"];
const customerFields = ["name", "visits", "identifiers", "facts", "household"];

export function recognitionRoutes(app: App, house: RecognitionHouse): void {
  app.get(
    "/v1/recognise",
    {
      schema: {
        summary: "Who is in front of me, and what I should know",
        querystring: RecogniseQuery,
        response: { 200: Recognition },
      },
      config: { allow: counter },
      // The answer is typed by the compiler; checking each of its parts again takes as long as making the card.
      serializerCompiler: () => JSON.stringify,
    },
    async (request) => {
      const { actor, now } = contextOf(request);
      house.audit.assertCanLook();
      const recognition = await recognise({ actor, now }, request.query, house);
      if (recognition.card) look(house.audit, actor, recognition.card.customer.id, "card opened", cardFields);
      return recognition;
    },
  );
  app.get(
    "/v1/arrivals",
    {
      schema: {
        summary: "Who just arrived at a place, and who is expected",
        querystring: ArrivalsQuery,
        response: { 200: Arrivals },
      },
      config: { allow: counter },
    },
    async (request) => {
      const { db, now } = contextOf(request);
      const at = request.query.at === undefined ? now : new Date(request.query.at);
      return { arrivals: await arrivals(db, request.query.place, at, house) };
    },
  );
  customerRoutes(app, house);
}

function customerRoutes(app: App, house: RecognitionHouse): void {
  app.get(
    "/v1/customers/:id",
    {
      schema: { summary: "All that is known of a customer", params: CustomerPath, response: { 200: Customer } },
      config: { allow: counter },
    },
    async (request) => {
      const { actor, now } = contextOf(request);
      house.audit.assertCanLook();
      const customer = await customerBehind({ actor, now }, request.params.id, house);
      look(house.audit, actor, customer.id, "customer opened", customerFields);
      return customer;
    },
  );
  app.get(
    "/v1/customers/:id/ask",
    {
      schema: {
        summary: "May I ask them this?",
        description: "For any channel, before it asks. Counts nothing; what was then asked is told by POST /v1/asks.",
        params: CustomerPath,
        querystring: AskQuery,
        response: { 200: MayIAsk },
      },
      config: { allow: [...counter, "write key"] },
    },
    async (request) => {
      const { actor, now } = contextOf(request);
      house.audit.assertCanLook();
      const answer = await mayIAsk({ actor, now }, request.params.id, request.query.fact, house);
      look(house.audit, actor, answer.customer, "may I ask", [answer.fact]);
      return answer;
    },
  );
}

function look(audit: Audit, actor: Actor, customer: string, why: string, fields: readonly string[]): void {
  audit.look(actor, { customer, why, fields });
}
