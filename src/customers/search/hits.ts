import { IntBuffer } from "./growing.ts";
import type { NameIndex } from "./name-index.ts";
import type { Query } from "./query.ts";

/** A part of an identifier, found in somebody's. `isWhole`: it is all that was typed, and leaves no words for a name. */
export type Hit = {
  readonly customer: number;
  readonly bits: number;
  readonly reason: string;
  readonly isWhole: boolean;
};

const mostHits = 1000;

/** `isOnlyDigits`: the digits may mean nothing else, so that it pays to look for them anywhere in a number. */
export function hitsOf(index: NameIndex, { identifier, digits }: Omit<Query, "words">, isOnlyDigits = true): Hit[] {
  return [
    ...(identifier ? identifierHits(index, identifier) : []),
    ...(digits ? phoneHits(index, digits, isOnlyDigits) : []),
  ];
}

function identifierHits(index: NameIndex, text: string): Hit[] {
  const rows = new IntBuffer();
  const count = index.values.readBeginningWith(text, mostHits, rows);
  const what = text.includes("@") ? "e-mail address" : "e-mail address or number";
  return hits(index, [...rows.values.subarray(0, rows.length)], count, `${what} begins with “${text}”`, true);
}

function phoneHits(index: NameIndex, digits: string, lookEverywhere: boolean): Hit[] {
  return index.phones
    .find(digits, mostHits, lookEverywhere)
    .flatMap(({ part, rows, count }) => hits(index, rows, count, `phone ${part} ${digits}`, false));
}

// The fewer have it, the more it says.
function hits(index: NameIndex, rows: readonly number[], count: number, reason: string, isWhole: boolean): Hit[] {
  const bits = Math.log2(Math.max(1, index.people.customers) / count);
  const customers = rows.map((row) => index.people.customerOf[row]!).filter((customer) => customer >= 0);
  return customers.map((customer) => ({ customer, bits, reason, isWhole }));
}
