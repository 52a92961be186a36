import { InvalidInput } from "../../foundation/errors.ts";
import { timeReader } from "../csv/index.ts";
import type { Call } from "./call.ts";

const read = timeReader({ zone: "UTC" });
const minute = 60_000;

/** `at` by our clock, `statedAt` by the sender's; null where the call states no time. */
export type When = { readonly at: number | null; readonly statedAt?: number };

/**
 * A sender's clock may be wrong. What it showed on sending, against what ours showed on receiving, tells by how much; up to
 * a minute is the time a call needs to travel. Nothing is told by a call that was sent before it happened. One that has
 * both `timestamp` and `originalTimestamp` was corrected by whoever forwarded it.
 */
export function whenSaid({ said, envelope }: Call): When {
  const timestamp = timeIn(said["timestamp"], "timestamp");
  const original = timeIn(said["originalTimestamp"], "originalTimestamp");
  const stated = timestamp ?? original;
  if (stated === undefined) return { at: null };
  if (timestamp !== undefined && original !== undefined) return { at: timestamp, statedAt: timestamp };
  const sentAt = timeIn(said["sentAt"] ?? envelope.sentAt, "sentAt");
  return { at: stated + wrongBy(stated, sentAt, envelope.receivedAt), statedAt: stated };
}

function wrongBy(stated: number, sentAt: number | undefined, receivedAt: Date): number {
  if (sentAt === undefined || stated > sentAt + minute) return 0;
  const difference = receivedAt.getTime() - sentAt;
  return Math.abs(difference) > minute ? difference : 0;
}

function timeIn(value: unknown, field: string): number | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const time = typeof value === "string" ? read(value.trim()) : undefined;
  if (time === undefined) throw new InvalidInput(`${field} is no date and time in ISO 8601: "2026-05-04T12:30:00Z"`);
  return time;
}
