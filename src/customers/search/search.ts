import { AmongHits } from "./among-hits.ts";
import { ByDetails } from "./by-details.ts";
import { ByName } from "./by-name.ts";
import { hitsOf } from "./hits.ts";
import { strangeWord } from "./likeness.ts";
import type { NameIndex } from "./name-index.ts";
import { readQuery } from "./query.ts";
import { type Prior, type Ranked, Ranking } from "./ranking.ts";
import { readSaid, type Said, saysDetails } from "./said.ts";

/** A customer who may be meant. The score is how likely, the reasons say why; a high score is no proof. */
export type Found = {
  readonly customer: string;
  readonly name: string | null;
  readonly score: number;
  readonly reasons: readonly string[];
};

export type SearchOptions = { readonly limit?: number; readonly prior?: Prior };

/** Who may be meant by what was typed: a name with slips, a part of a number, a birth date, an address. Best first. */
export function search(index: NameIndex, text: string, { limit = 10, prior }: SearchOptions = {}): Found[] {
  const { people } = index;
  const ranking = new Ranking(Math.max(1, people.customers), people.count, prior);
  const said = index.details.isEmpty ? null : readSaid(text, index);
  const bySaid = said !== null && saysDetails(said, index) ? byDetails(index, said, text, ranking) : null;
  const tell = bySaid !== null && ranking.count > 0 ? bySaid : byParts(index, text, limit, ranking);
  return ranking
    .best(limit, (one, other) => people.isBefore(one, other))
    .map((ranked) => ({ customer: people.idOf(ranked.customer), score: ranked.score, ...tell(ranked) }));
}

type Tell = (ranked: Ranked) => Pick<Found, "name" | "reasons">;

function byParts(index: NameIndex, text: string, limit: number, ranking: Ranking): Tell {
  const query = readQuery(text);
  const hits = hitsOf(index, query);
  const amongHits = hits.length > 0 ? new AmongHits(index, hits, query.words) : null;
  amongHits?.meet(ranking);
  // "hans-peter" may begin an address and is a name all the same.
  const asksNames = query.words.length > 0 && (amongHits === null || /^[^\d.@_]*$/.test(text));
  const byName = asksNames ? new ByName(index, query.words) : null;
  byName?.meet(ranking, limit, query.digits === null ? 0 : strangeWord);
  return ({ customer, about }) => ({
    name: about >= 0 ? index.names.textOf(about) : index.nameOf(customer),
    reasons: (about >= 0 ? byName?.reasons(about) : amongHits?.reasons(about)) ?? [],
  });
}

function byDetails(index: NameIndex, said: Said, text: string, ranking: Ranking): Tell {
  const { identifier } = readQuery(text);
  const details = new ByDetails(index, said, hitsOf(index, { identifier, digits: said.digits }, false));
  details.meet(ranking);
  return ({ customer, about }) => ({
    name: about >= 0 ? index.names.textOf(about) : index.nameOf(customer),
    reasons: details.reasons(customer),
  });
}
