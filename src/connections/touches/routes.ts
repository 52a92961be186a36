import type { Readable } from "node:stream";
import type { Naming } from "../../customers/index.ts";
import { contextOf, rawBytes, type App } from "../../foundation/http/index.ts";
import { InvalidInput, NotAllowed } from "../../foundation/errors.ts";
import type { Context } from "../../foundation/context.ts";
import { Type } from "typebox";
import { VerdictsBody } from "../arriving/index.ts";
import { TouchBody } from "./contract.ts";
import { fileBody, fileLines } from "./file-touches.ts";
import { unpackedStream } from "./unpacked-stream.ts";

const megabyte = 1024 * 1024;
const arrays = { bytes: 8 * megabyte, unpackedBytes: 32 * megabyte };
const streamedBytes = 512 * megabyte;
const lineTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"];
const bodies = {
  "application/json": { schema: Type.Array(TouchBody) },
  "application/x-ndjson": { schema: TouchBody },
};

/** POST /v1/touches. An array is read whole; lines are read as they come and never held together. */
export function touchRoutes(app: App, house: { readonly naming: Naming }): void {
  app.register(async (scope) => {
    rawBytes(scope, arrays);
    scope.addContentTypeParser(lineTypes, (_request, body, done) => done(null, body));
    scope.post(
      "/v1/touches",
      {
        schema: {
          summary: "Takes touches from a till, a telephone system, a booking system, anything",
          description:
            "A JSON array, or one JSON object a line (application/x-ndjson). Each touch gets its own verdict; one that is rejected does not hold back the others. The same body may be sent again without harm.",
          response: { 200: VerdictsBody },
        },
        config: { allow: ["write key"], document: { requestBody: { required: true, content: bodies } } },
      },
      async (request) => {
        const ctx = contextOf(request);
        const door = { ctx, source: sourceOf(ctx), naming: house.naming };
        if (!request.body)
          throw new InvalidInput("The body is empty. Send a JSON array of touches, or one touch a line.");
        if (Buffer.isBuffer(request.body)) return { success: true, verdicts: await fileBody(door, request.body) };
        const bytes = unpackedStream(
          request.body as unknown as Readable,
          request.headers["content-encoding"],
          streamedBytes,
        );
        return { success: true, verdicts: await fileLines(door, bytes) };
      },
    );
  });
}

function sourceOf({ actor }: Context): string {
  if (actor.kind === "key" && actor.source !== null) return actor.source;
  throw new NotAllowed(
    "This key belongs to no source. Make one with: regulars keys add NAME --may write --source SOURCE",
  );
}
