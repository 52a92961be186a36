import type { TSchema } from "typebox";
import type { Naming } from "../../customers/index.ts";
import { InvalidInput, TooLarge } from "../../foundation/errors.ts";
import { contextAs, rawBytes, textOf, type App, type Doorkeeper } from "../../foundation/http/index.ts";
import { VerdictsBody, type ArrivalVerdict } from "../arriving/index.ts";
import { answerRefusal, answerVerdicts } from "./answer.ts";
import { callTypes } from "./call.ts";
import { BatchBody, callBodies } from "./contract.ts";
import { isJson, type Json } from "./json.ts";
import { receiveBatch, receiveCall, segmentLimits, type Writer } from "./receive.ts";
import { writerOf } from "./writer-of.ts";

export type SegmentHouse = { readonly naming: Naming; readonly doorkeeper: Doorkeeper };

/**
 * The calls of Segment's HTTP API. Like Segment, they answer 200 even when a call says nothing that can be kept; unlike
 * it, they say so in the verdicts. `X-Strict-Mode: 1` asks for real codes instead.
 */
export function segmentRoutes(app: App, house: SegmentHouse): void {
  app.register(async (scope) => {
    rawBytes(scope, { bytes: segmentLimits.batchBytes, unpackedBytes: segmentLimits.batchBytes });
    scope.setErrorHandler(answerRefusal);
    for (const type of callTypes) {
      const receive: Receive = (writer, said) => receiveCall(writer, type, said);
      hang(scope, house, { name: type, body: callBodies[type], most: segmentLimits.callBytes, receive });
    }
    hang(scope, house, { name: "batch", body: BatchBody, most: segmentLimits.batchBytes, receive: receiveBatch });
  });
}

type Receive = (writer: Writer, said: Json, bytes: number) => Promise<ArrivalVerdict[]>;
type Door = { readonly name: string; readonly body: TSchema; readonly most: number; readonly receive: Receive };

function hang(scope: App, { naming, doorkeeper }: SegmentHouse, { name, body, most, receive }: Door): void {
  scope.post(
    `/v1/${name}`,
    {
      schema: {
        summary: `Segment's ${name}`,
        description: howItAnswers,
        response: { 200: VerdictsBody, 207: VerdictsBody },
      },
      // The key may be in the body, so the handler asks for it.
      config: {
        allow: ["everyone"],
        document: {
          requestBody: { required: true, content: { "application/json": { schema: body } } },
          security: [{ key: [] }, {}],
        },
      },
    },
    async (request, reply) => {
      const bytes = bytesOf(request.body, most);
      const said = objectIn(bytes);
      const key = await writerOf(request.actor, said, doorkeeper);
      const writer = { ctx: contextAs(request, key), source: key.source, naming };
      return answerVerdicts(request, reply, await receive(writer, said, bytes.length));
    },
  );
}

const howItAnswers =
  "Takes Segment's calls as its clients send them: the write key as the user of Basic or as writeKey in the body, gzipped or not. 200 with a verdict for each call, even when it was rejected; X-Strict-Mode: 1 asks for real codes.";

function bytesOf(body: unknown, most: number): Buffer {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new InvalidInput("The body is empty. Send one JSON object.");
  if (body.length > most) throw new TooLarge(`The body has ${body.length} bytes; ${most} are the most here.`);
  return body;
}

function objectIn(bytes: Buffer): Json {
  const said = parsed(textOf(bytes));
  if (!isJson(said)) throw new InvalidInput("The body is no JSON object.");
  return said;
}

/** Text that a database cannot keep is refused call by call, not with the whole body. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
