import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { contextAs, contextOf, sessionCookie, sessionOf, type App } from "../../foundation/http/index.ts";
import { Acceptance, Me, Owner, SetUpState, SignIn } from "../contract.ts";
import { acceptInvitation } from "./invitation.ts";
import { me } from "./me.ts";
import { endSession, endSessionsOf, longestMilliseconds, type Session } from "./session.ts";
import { isSetUpNeeded } from "./set-up-needed.ts";
import { setUpOwner, type PlaceDefaults } from "./set-up-owner.ts";
import { signIn } from "./sign-in.ts";

export type StaffHouse = { readonly defaults: PlaceDefaults };

const everyone = { config: { allow: ["everyone" as const] } };
const staff = {
  config: { allow: ["front line" as const, "manager" as const, "executive" as const, "administrator" as const] },
};
const visitor = { kind: "visitor", name: "a visitor" } as const;
const Nothing = Type.Null({ description: "Done" });

export function accessRoutes(app: App, { defaults }: StaffHouse): void {
  setUpRoutes(app, defaults);
  sessionRoutes(app);
  app.post(
    "/v1/invitations/accept",
    {
      schema: { summary: "Choose a password by an invitation", body: Acceptance, response: { 204: Nothing } },
      ...everyone,
    },
    async (request, reply) => {
      const { token, password } = request.body;
      return comeIn(request, reply, await acceptInvitation(contextAs(request, visitor), token, password));
    },
  );
  app.get("/v1/me", { schema: { summary: "Who is signed in", response: { 200: Me } }, ...staff }, async (request) => {
    const ctx = contextOf(request);
    return me(ctx, ctx.actor.kind === "staff" ? ctx.actor.id : "");
  });
}

function setUpRoutes(app: App, defaults: PlaceDefaults): void {
  app.get(
    "/v1/setup",
    { schema: { summary: "Does this installation still need an owner?", response: { 200: SetUpState } }, ...everyone },
    async (request) => ({
      needed: await isSetUpNeeded(contextAs(request, visitor)),
      needsCode: !request.server.regulars.isAtTheMachine(request),
    }),
  );
  app.post(
    "/v1/setup",
    {
      schema: { summary: "Make the first account, its owner's", body: Owner, response: { 204: Nothing } },
      ...everyone,
    },
    async (request, reply) =>
      comeIn(
        request,
        reply,
        await setUpOwner(contextAs(request, visitor), request.body, {
          needsCode: !request.server.regulars.isAtTheMachine(request),
          defaults,
        }),
      ),
  );
}

function sessionRoutes(app: App): void {
  app.post(
    "/v1/sessions",
    { schema: { summary: "Sign in", body: SignIn, response: { 204: Nothing } }, ...everyone },
    async (request, reply) => {
      const { email, password } = request.body;
      const attempt = { email, address: request.ip };
      return comeIn(request, reply, await signIn(contextAs(request, visitor), attempt, password));
    },
  );
  app.delete(
    "/v1/sessions/current",
    { schema: { summary: "Sign out on this device", response: { 204: Nothing } }, ...everyone },
    async (request, reply) => {
      const token = sessionOf(request);
      if (token !== undefined) await endSession(contextAs(request, visitor), token);
      return goOut(request, reply);
    },
  );
  app.delete(
    "/v1/sessions",
    { schema: { summary: "Sign out on every device", response: { 204: Nothing } }, ...staff },
    async (request, reply) => {
      const ctx = contextOf(request);
      if (ctx.actor.kind === "staff") await endSessionsOf(ctx, ctx.actor.id);
      return goOut(request, reply);
    },
  );
}

function comeIn(request: FastifyRequest, reply: FastifyReply, { token }: Session): FastifyReply {
  return reply
    .header("set-cookie", cookie(request, token, longestMilliseconds / 1000))
    .status(204)
    .send();
}

function goOut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .header("set-cookie", cookie(request, "", 0))
    .status(204)
    .send();
}

/** No script can read it, no other site can send it, and over an encrypted connection nothing else ever carries it. */
function cookie(request: FastifyRequest, value: string, seconds: number): string {
  const secure = request.server.regulars.isEncrypted(request) ? "; Secure" : "";
  return `${sessionCookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
