import { Type } from "typebox";
import { contextOf, type App } from "../../foundation/http/index.ts";
import {
  Changes,
  PlaceBody,
  Places,
  PromiseBody,
  PromiseEntry,
  PromisePath,
  RetireQuery,
  TouchpointBody,
  TouchpointPath,
  Touchpoints,
} from "./contract.ts";
import { describePlace } from "./describe-place.ts";
import { describeTouchpoint } from "./describe-touchpoint.ts";
import { changesOf } from "./history.ts";
import { listPlaces, listTouchpoints, promiseEntry } from "./list-catalogue.ts";
import { makePromise } from "./make-promise.ts";
import { retirePromise } from "./retire-promise.ts";

const Nothing = Type.Null({ description: "Written down" });

/** A door for everybody who looks things up. */
function toRead<S extends object>(summary: string, schema: S) {
  const allow = ["front line", "manager", "executive", "administrator", "read key"] as const;
  return { schema: { summary, ...schema }, config: { allow } };
}

/** A door for those who answer for what is written there. */
function toDescribe<S extends object>(summary: string, schema: S) {
  return { schema: { summary, ...schema }, config: { allow: ["manager", "administrator"] as const } };
}

/** Where customers meet us, where we are, and what we promise. */
export function catalogueRoutes(app: App): void {
  touchpointRoutes(app);
  promiseRoutes(app);
  placeRoutes(app);
}

function touchpointRoutes(app: App): void {
  app.get(
    "/v1/touchpoints",
    toRead("Where customers meet us, and what is promised there", { response: { 200: Touchpoints } }),
    async (request) => ({ touchpoints: await listTouchpoints(contextOf(request)) }),
  );
  app.put(
    "/v1/touchpoints/:code",
    toDescribe("Says what is true of a touchpoint; adds an unknown one", {
      params: TouchpointPath,
      body: TouchpointBody,
      response: { 204: Nothing },
    }),
    async (request, reply) => {
      const { as, ...traits } = request.body;
      await describeTouchpoint(contextOf(request), request.params.code, traits, as);
      return reply.status(204).send(null);
    },
  );
  app.get(
    "/v1/touchpoints/:code/changes",
    toDescribe("Who described a touchpoint, and how; the latest first", {
      params: TouchpointPath,
      response: { 200: Changes },
    }),
    async (request) => {
      const changes = await changesOf(contextOf(request), request.params.code);
      return { changes: changes.map((change) => ({ ...change, at: change.at.toISOString() })) };
    },
  );
}

function promiseRoutes(app: App): void {
  app.post(
    "/v1/touchpoints/:code/promises",
    toDescribe("Promises something, or gives the same words another rule", {
      params: TouchpointPath,
      body: PromiseBody,
      response: { 201: PromiseEntry },
    }),
    async (request, reply) => {
      const { as, ...offer } = request.body;
      const made = await makePromise(contextOf(request), { touchpoint: request.params.code, ...offer }, as);
      return reply.status(201).send(promiseEntry(made));
    },
  );
  app.delete(
    "/v1/touchpoints/:code/promises/:id",
    toDescribe("Stops promising something", {
      params: PromisePath,
      querystring: RetireQuery,
      response: { 204: Nothing },
    }),
    async (request, reply) => {
      const { code, id } = request.params;
      await retirePromise(contextOf(request), code, id, request.query.as);
      return reply.status(204).send(null);
    },
  );
}

function placeRoutes(app: App): void {
  app.get(
    "/v1/places",
    toRead("Our places, with their clocks and money", { response: { 200: Places } }),
    async (request) => ({ places: await listPlaces(contextOf(request)) }),
  );
  app.put(
    "/v1/places/:code",
    toDescribe("Says what is true of a place; adds an unknown one", {
      params: TouchpointPath,
      body: PlaceBody,
      response: { 204: Nothing },
    }),
    async (request, reply) => {
      await describePlace(contextOf(request), request.params.code, request.body);
      return reply.status(204).send(null);
    },
  );
}
