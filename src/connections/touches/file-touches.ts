import { inTurns } from "../../foundation/in-turns.ts";
import type { Naming } from "../../customers/index.ts";
import type { Context } from "../../foundation/context.ts";
import { InvalidInput, TooLarge } from "../../foundation/errors.ts";
import { textOf } from "../../foundation/http/index.ts";
import { fileArrivals, type Arrival, type ArrivalVerdict } from "../arriving/index.ts";
import { needsPlaces, placeClocks, zonedClocks } from "./clocks.ts";
import { readTouch } from "./read-touch.ts";
import { textLines, type TextLine } from "./text-lines.ts";

/** `touches` in one body; `lineBytes` of one line; `together` in one transaction. */
const touchLimits = { touches: 100_000, lineBytes: 1024 * 1024, together: 1000 } as const;

export type Door = { readonly ctx: Context; readonly source: string; readonly naming: Naming };

/** A whole body: a JSON array, or lines of JSON under another label. */
export async function fileBody(door: Door, bytes: Buffer): Promise<ArrivalVerdict[]> {
  const text = textOf(bytes).trimStart();
  if (text === "") throw new InvalidInput("The body is empty. Send a JSON array of touches, or one touch a line.");
  if (!text.startsWith("[")) return fileLines(door, [bytes]);
  return fileAll(door, touchesIn(text));
}

/** One touch a line, as many as come: only `together` of them are held at once. */
export async function fileLines(
  door: Door,
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<ArrivalVerdict[]> {
  const verdicts: ArrivalVerdict[] = [];
  let waiting: unknown[] = [];
  for await (const line of textLines(eachOf(bytes), touchLimits.lineBytes)) {
    const touch = touchIn(line);
    if (touch === undefined) continue;
    refuseTooMany(verdicts.length + waiting.push(touch));
    if (waiting.length < touchLimits.together) continue;
    verdicts.push(...(await fileSome(door, waiting, verdicts.length)));
    waiting = [];
  }
  verdicts.push(...(await fileSome(door, waiting, verdicts.length)));
  return verdicts;
}

async function fileAll(door: Door, touches: readonly unknown[]): Promise<ArrivalVerdict[]> {
  const verdicts: ArrivalVerdict[] = [];
  for (let from = 0; from < touches.length; from += touchLimits.together) {
    verdicts.push(...(await fileSome(door, touches.slice(from, from + touchLimits.together), from)));
  }
  return verdicts;
}

async function fileSome(
  { ctx, source, naming }: Door,
  touches: readonly unknown[],
  firstIndex: number,
): Promise<ArrivalVerdict[]> {
  const clocks = needsPlaces(touches) ? await placeClocks(ctx) : zonedClocks;
  const arrivals = await inTurns(touches, (touch) =>
    touch instanceof Unreadable ? touch.arrival : readTouch(touch, source, clocks),
  );
  return fileArrivals(ctx, arrivals, naming, firstIndex);
}

function touchesIn(text: string): readonly unknown[] {
  const touches = parsed(text);
  if (!Array.isArray(touches))
    throw new InvalidInput("The body is no JSON. Send an array of touches, or one touch a line.");
  refuseTooMany(touches.length);
  return touches;
}

/** A line that is no JSON is refused by itself: its neighbours are whole. */
class Unreadable {
  readonly arrival: Arrival;
  constructor(refused: string) {
    this.arrival = { messageId: null, refused };
  }
}

/** Undefined for an empty line, which is no touch. */
function touchIn(line: TextLine): unknown {
  if (line === null) return new Unreadable(`the line is over ${touchLimits.lineBytes} bytes`);
  const text = decoded(line);
  if (text === undefined) return new Unreadable("the line is no UTF-8");
  if (text.trim() === "") return undefined;
  return parsed(text) ?? new Unreadable("the line is no JSON object");
}

function decoded(line: Buffer): string | undefined {
  try {
    return textOf(line);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refuseTooMany(touches: number): void {
  if (touches <= touchLimits.touches) return;
  throw new TooLarge(
    `More than ${touchLimits.touches} touches in one body. What was filed is safe to send again; send the rest by itself.`,
  );
}

async function* eachOf<T>(things: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* things;
}
