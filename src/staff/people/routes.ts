import { Type } from "typebox";
import { contextOf, type App } from "../../foundation/http/index.ts";
import { Colleague, Invited, NewStaff, StaffChange, StaffMember } from "../contract.ts";
import { addStaff } from "./add-staff.ts";
import { changeStaff, comeBack, inviteAgain, leave } from "./change-staff.ts";
import { colleagues } from "./colleagues.ts";
import { allStaff, staffMember } from "./staff.ts";

const config = { allow: ["administrator" as const] };
const params = Type.Object({ id: Type.String({ format: "uuid" }) });
const Colleagues = Type.Object({ colleagues: Type.Array(Colleague) });
const Staff = Type.Object({ staff: Type.Array(StaffMember) });

export function peopleRoutes(app: App): void {
  app.get(
    "/v1/colleagues",
    {
      schema: { summary: "Who works or worked here, without how to reach them", response: { 200: Colleagues } },
      config: { allow: ["manager", "administrator"] },
    },
    async (request) => ({ colleagues: await colleagues(contextOf(request)) }),
  );
  app.get(
    "/v1/staff",
    { schema: { summary: "Everybody who works or worked here", response: { 200: Staff } }, config },
    async (request) => ({
      staff: await allStaff(contextOf(request)),
    }),
  );
  app.post(
    "/v1/staff",
    { schema: { summary: "Add a colleague and invite them", body: NewStaff, response: { 201: Invited } }, config },
    async (request, reply) => reply.status(201).send(await addStaff(contextOf(request), request.body)),
  );
  app.get(
    "/v1/staff/:id",
    { schema: { summary: "One employee", params, response: { 200: StaffMember } }, config },
    async (request) => staffMember(contextOf(request), request.params.id),
  );
  app.patch(
    "/v1/staff/:id",
    {
      schema: {
        summary: "Change an employee's name, role, place or authority",
        params,
        body: StaffChange,
        response: { 200: StaffMember },
      },
      config,
    },
    async (request) => changeStaff(contextOf(request), request.params.id, request.body),
  );
  comingAndGoing(app);
}

function comingAndGoing(app: App): void {
  app.post(
    "/v1/staff/:id/leave",
    {
      schema: { summary: "An employee leaves; their sessions end at once", params, response: { 200: StaffMember } },
      config,
    },
    async (request) => leave(contextOf(request), request.params.id),
  );
  app.post(
    "/v1/staff/:id/return",
    { schema: { summary: "An employee comes back", params, response: { 200: StaffMember } }, config },
    async (request) => comeBack(contextOf(request), request.params.id),
  );
  app.post(
    "/v1/staff/:id/invitation",
    { schema: { summary: "Invite an employee again, for a new password", params, response: { 201: Invited } }, config },
    async (request, reply) => reply.status(201).send(await inviteAgain(contextOf(request), request.params.id)),
  );
}
