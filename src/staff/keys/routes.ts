import { Type } from "typebox";
import { contextOf, type App } from "../../foundation/http/index.ts";
import { Key, MadeKey, NewKey } from "../contract.ts";
import { addKey } from "./add-key.ts";
import { keys } from "./keys.ts";
import { revokeKey } from "./revoke-key.ts";

const config = { allow: ["administrator" as const] };
const params = Type.Object({ name: Type.String({ maxLength: 63 }) });
const Keys = Type.Object({ keys: Type.Array(Key) });
const Revoked = Type.Object({ name: Type.String(), revokedAt: Type.String({ format: "date-time" }) });

export function keyRoutes(app: App): void {
  app.get(
    "/v1/keys",
    { schema: { summary: "All API keys, without what opens a door", response: { 200: Keys } }, config },
    async (request) => ({
      keys: await keys(contextOf(request)),
    }),
  );
  app.post(
    "/v1/keys",
    { schema: { summary: "Make an API key; it is shown this once", body: NewKey, response: { 201: MadeKey } }, config },
    async (request, reply) => reply.status(201).send(await addKey(contextOf(request), request.body)),
  );
  app.delete(
    "/v1/keys/:name",
    { schema: { summary: "Revoke an API key, at once", params, response: { 200: Revoked } }, config },
    async (request) => revokeKey(contextOf(request), request.params.name),
  );
}
