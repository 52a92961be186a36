import type { Naming } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { InvalidInput, TooLarge } from "../../foundation/errors.ts";
import { readInstallation } from "../../touchpoints/index.ts";
import { fileArrivals, type Arrival, type ArrivalVerdict } from "../arriving/index.ts";
import type { CallType, Envelope } from "./call.ts";
import { isJson, type Json } from "./json.ts";
import { readCall } from "./read-call.ts";

/** Segment's own: bytes of one call, bytes and calls of one batch. */
export const segmentLimits = { callBytes: 32 * 1024, batchBytes: 500 * 1024, calls: 2500 } as const;

export type Writer = { readonly ctx: Context; readonly source: string; readonly naming: Naming };

export async function receiveCall(writer: Writer, type: CallType, said: Json): Promise<ArrivalVerdict[]> {
  return fileArrivals(writer.ctx, [readCall(said, await envelopeOf(writer, said, type))], writer.naming);
}

export async function receiveBatch(writer: Writer, said: Json, bytes: number): Promise<ArrivalVerdict[]> {
  const calls = said["batch"];
  if (!Array.isArray(calls)) throw new InvalidInput('The body has no batch. Send {"batch": [call, …]}.');
  if (calls.length > segmentLimits.calls)
    throw new TooLarge(`The batch has ${calls.length} calls; ${segmentLimits.calls} are the most.`);
  const envelope = await envelopeOf(writer, said);
  const arrivals = calls.map((call: unknown) => tooLong(call, bytes) ?? readCall(call, envelope));
  return fileArrivals(writer.ctx, arrivals, writer.naming);
}

async function envelopeOf({ ctx, source }: Writer, said: Json, type?: CallType): Promise<Envelope> {
  const { currency } = await readInstallation(ctx);
  const shared = type === undefined && isJson(said["context"]) ? { context: said["context"] } : {};
  return { source, currency, receivedAt: ctx.now, sentAt: said["sentAt"], ...(type && { type }), ...shared };
}

/** One call that is too long does not hold back the others. A body that is short has none. */
function tooLong(call: unknown, bytesOfAll: number): Arrival | undefined {
  if (bytesOfAll <= segmentLimits.callBytes) return undefined;
  const bytes = bytesOf(call);
  if (bytes !== undefined && bytes <= segmentLimits.callBytes) return undefined;
  const messageId = isJson(call) && typeof call["messageId"] === "string" ? call["messageId"].slice(0, 200) : null;
  const refused =
    bytes === undefined
      ? "the call is nested too deeply"
      : `the call has ${bytes} bytes; ${segmentLimits.callBytes} are the most`;
  return { messageId, refused };
}

function bytesOf(call: unknown): number | undefined {
  try {
    return Buffer.byteLength(JSON.stringify(call));
  } catch {
    return undefined;
  }
}
