import { AmongHits } from "./among-hits.ts";
import { ByName } from "./by-name.ts";
import { hitsOf } from "./hits.ts";
import { strangeWord } from "./likeness.ts";
import type { NameIndex } from "./name-index.ts";
import { readQuery } from "./query.ts";
import { type Prior, Ranking } from "./ranking.ts";

/** A customer who may be meant. The score is how likely, the reasons say why; a high score is no proof. */
export type Found = {
  readonly customer: string;
  readonly name: string | null;
  readonly score: number;
  readonly reasons: readonly string[];
};

export type SearchOptions = { readonly limit?: number; readonly prior?: Prior };

/** Who may be meant by what was typed: a name with slips, a part of a number, both. Best first. */
export function search(index: NameIndex, text: string, { limit = 10, prior }: SearchOptions = {}): Found[] {
  const { people, names } = index;
  const query = readQuery(text);
  const ranking = new Ranking(Math.max(1, people.customers), people.count, prior);
  const hits = hitsOf(index, query);
  const amongHits = hits.length > 0 ? new AmongHits(index, hits, query.words) : null;
  amongHits?.meet(ranking);
  // "hans-peter" may begin an address and is a name all the same.
  const asksNames = query.words.length > 0 && (amongHits === null || /^[^\d.@_]*$/.test(text));
  const byName = asksNames ? new ByName(index, query.words) : null;
  byName?.meet(ranking, limit, query.digits === null ? 0 : strangeWord);
  return ranking.best(limit).map(({ customer, score, about }) => {
    const name = about >= 0 ? names.textOf(about) : index.nameOf(customer);
    const reasons = (about >= 0 ? byName?.reasons(about) : amongHits?.reasons(about)) ?? [];
    return { customer: people.idOf(customer), name, score, reasons };
  });
}
