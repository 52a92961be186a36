import type { Ids } from "../../customers/index.ts";
import type { ArrivingLine, ArrivingRecord } from "../../touchpoints/index.ts";
import { isCurrency } from "./currency.ts";

/** What a record may hold. Beyond these it is a mistake or an attack, and saying so is kinder than keeping it. */
export const limits = {
  aheadMs: 10 * 60_000,
  earliest: Date.UTC(1900, 0, 1),
  latest: Date.UTC(2200, 0, 1),
  codeLength: 200,
  identifierLength: 320,
  textLength: 20_000,
  factLength: 4_000,
  facts: 200,
  lines: 10_000,
  identifiersOfAKind: 20,
  /** Ten thousand million of a currency with two decimals; sums of millions of them are still exact. */
  amountMinor: 1e12,
  quantity: 1e9,
  seconds: 100_000_000,
} as const;

/** Why a record cannot be true or cannot be kept, in words for whoever sent it; undefined when nothing is wrong. */
export function implausible(record: ArrivingRecord, now: Date): string | undefined {
  return (
    wrongCode("messageId", record.messageId) ??
    wrongCode("touchpoint", record.touchpoint) ??
    wrongCode("place", record.place) ??
    wrongCode("staff", record.staff) ??
    wrongCode("channel", record.channel) ??
    wrongCode("cancels", record.cancels) ??
    wrongTimes(record, now) ??
    wrongIds(record.ids) ??
    (record.sameAs && wrongIds(record.sameAs)) ??
    wrongFacts(record.facts ?? {}) ??
    wrongLines(record.lines ?? []) ??
    wrongMoney(record) ??
    wrongWaits(record.waitSeconds ?? {}) ??
    wrongTexts("asked", record.asked ?? [], limits.codeLength) ??
    wrongText("status", record.status, limits.codeLength) ??
    wrongText("text", record.text, limits.textLength)
  );
}

const control = /\p{Cc}/u;
const surrogate = /[\ud800-\udfff]/;
const halfPair = /\p{Surrogate}/u;

function wrongCode(field: string, code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  if (code.trim() === "") return `${field} is empty`;
  // Ids are made from codes with control characters between them.
  if (control.test(code)) return `${field} holds a control character`;
  return wrongText(field, code, limits.codeLength);
}

/** Text without any surrogate, nearly all there is, is told by the cheap expression. */
function wrongText(field: string, text: string | undefined, longest: number): string | undefined {
  if (text === undefined) return undefined;
  if (text.length > longest) return `${field} has ${text.length} characters; ${longest} are the most`;
  if (text.includes("\0")) return `${field} holds a NUL character`;
  if (surrogate.test(text) && halfPair.test(text)) return `${field} holds half a surrogate pair, which is no character`;
  return undefined;
}

function wrongTexts(field: string, texts: readonly string[], longest: number): string | undefined {
  if (texts.length > limits.facts) return `${field} has ${texts.length} entries; ${limits.facts} are the most`;
  return firstOf(texts, (text) => wrongText(field, text, longest));
}

function wrongTimes(record: ArrivingRecord, now: Date): string | undefined {
  const last = now.getTime() + limits.aheadMs;
  return (
    wrongTime("at", record.at ?? undefined, last) ??
    wrongTime("timestamp", record.statedAt, limits.latest) ??
    // A clock that is wrong is wrong for all versions of its messages.
    wrongTime("version", record.version, record.statedAt === undefined ? last : limits.latest) ??
    wrongTime("promisedAt", record.promisedAt, limits.latest) ??
    wrongTime("deliveredAt", record.deliveredAt, limits.latest) ??
    wrongTime("expectedAt", record.expectedAt, limits.latest)
  );
}

function wrongTime(field: string, time: number | undefined, last: number): string | undefined {
  if (time === undefined) return undefined;
  if (!Number.isFinite(time)) return `${field} is no time`;
  if (time < limits.earliest) return `${field} is before 1900`;
  if (time > limits.latest) return `${field} is after 2200`;
  return time > last ? `${field} is more than ten minutes ahead of our clock` : undefined;
}

function wrongIds({ userId, loyalty, email, phone, card, booking, device }: Ids): string | undefined {
  return (
    wrongIdentifiers("ids.userId", userId) ??
    (typeof loyalty === "object"
      ? (wrongIdentifiers("ids.programme", loyalty.programme) ?? wrongIdentifiers("ids.loyalty", loyalty.number))
      : wrongIdentifiers("ids.loyalty", loyalty)) ??
    wrongIdentifiers("ids.email", email) ??
    wrongIdentifiers("ids.phone", phone) ??
    wrongIdentifiers("ids.card", card) ??
    wrongIdentifiers("ids.booking", booking) ??
    wrongIdentifiers("ids.device", device)
  );
}

function wrongIdentifiers(field: string, said: string | readonly string[] | undefined): string | undefined {
  if (typeof said !== "object") return wrongText(field, said, limits.identifierLength);
  const most = limits.identifiersOfAKind;
  if (said.length > most) return `${field} has ${said.length} entries; ${most} are the most`;
  return firstOf(said, (one) => wrongText(field, one, limits.identifierLength));
}

function wrongFacts(facts: Readonly<Record<string, string>>): string | undefined {
  const entries = Object.entries(facts);
  if (entries.length > limits.facts) return `${entries.length} facts are stated; ${limits.facts} are the most`;
  return firstOf(
    entries,
    ([name, value]) => wrongCode("a fact's name", name) ?? wrongText(`the fact ${name}`, value, limits.factLength),
  );
}

function wrongLines(lines: readonly ArrivingLine[]): string | undefined {
  if (lines.length > limits.lines) return `${lines.length} lines are stated; ${limits.lines} are the most`;
  return firstOf(lines, (line, index) => {
    const wrong = wrongLine(line);
    return wrong === undefined ? undefined : `lines[${index}].${wrong}`;
  });
}

function wrongLine({ item, name, line, quantity, amountMinor }: ArrivingLine): string | undefined {
  return (
    wrongCode("item", item) ??
    wrongText("name", name, limits.codeLength * 5) ??
    wrongCode("line", line) ??
    wrongNumber("quantity", quantity, limits.quantity) ??
    wrongAmount(amountMinor)
  );
}

function wrongMoney({ currency, amountMinor }: ArrivingRecord): string | undefined {
  if (currency !== undefined && !isCurrency(currency))
    return `currency ${JSON.stringify(currency.slice(0, 20))} is no ISO 4217 code`;
  return wrongAmount(amountMinor);
}

function wrongAmount(amountMinor: number | undefined): string | undefined {
  if (amountMinor !== undefined && !Number.isInteger(amountMinor))
    return "amountMinor is no whole number of minor units";
  return wrongNumber("amountMinor", amountMinor, limits.amountMinor);
}

function wrongWaits(waits: NonNullable<ArrivingRecord["waitSeconds"]>): string | undefined {
  return firstOf(Object.entries(waits), ([which, seconds]) => {
    if (seconds !== undefined && seconds < 0) return `waitSeconds.${which} is negative`;
    return wrongNumber(`waitSeconds.${which}`, seconds, limits.seconds);
  });
}

function wrongNumber(field: string, value: number | undefined, most: number): string | undefined {
  if (value === undefined) return undefined;
  if (!Number.isFinite(value)) return `${field} is no number`;
  return Math.abs(value) > most ? `${field} is ${value}; ${most} is the most` : undefined;
}

function firstOf<T>(things: readonly T[], wrong: (thing: T, index: number) => string | undefined): string | undefined {
  for (let index = 0; index < things.length; index++) {
    const reason = wrong(things[index]!, index);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
