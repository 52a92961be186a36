import { Type } from "typebox";
import { contextOf, type App } from "../../foundation/http/index.ts";
import { NewShift, Shift } from "../contract.ts";
import { checkIn, checkOut } from "./check-in.ts";
import { onShift } from "./on-shift.ts";

const everybodyHere = ["front line" as const, "manager" as const, "executive" as const, "administrator" as const];
const noting = { allow: ["front line" as const, "manager" as const, "administrator" as const] };
const params = Type.Object({ id: Type.String({ format: "uuid" }) });
const querystring = Type.Object(
  { place: Type.Optional(Type.String({ maxLength: 100 })), at: Type.Optional(Type.String({ format: "date-time" })) },
  { additionalProperties: false },
);
const Shifts = Type.Object({ shifts: Type.Array(Shift) });

export function shiftRoutes(app: App): void {
  app.get(
    "/v1/shifts",
    {
      schema: { summary: "Who is on shift, now or at a time", querystring, response: { 200: Shifts } },
      config: { allow: [...everybodyHere, "read key"] },
    },
    async (request) => {
      const ctx = contextOf(request);
      const { at, place } = request.query;
      return { shifts: await onShift(ctx, at === undefined ? ctx.now : new Date(at), place ?? null) };
    },
  );
  app.post(
    "/v1/shifts",
    { schema: { summary: "Check in, or plan a shift", body: NewShift, response: { 201: Shift } }, config: noting },
    async (request, reply) => reply.status(201).send(await checkIn(contextOf(request), request.body)),
  );
  app.delete(
    "/v1/shifts/:id",
    {
      schema: {
        summary: "Check out, or take a shift off the plan",
        params,
        response: { 204: Type.Null({ description: "Done" }) },
      },
      config: noting,
    },
    async (request, reply) => {
      await checkOut(contextOf(request), request.params.id);
      return reply.status(204).send(null);
    },
  );
}
