import { peopleOf } from "../customers/index.ts";
import type { Reader } from "../foundation/database/pipelined.ts";
import { sql } from "../foundation/database/sql.ts";
import type { Match } from "./card.ts";
import { when } from "./in-words.ts";
import type { Recogniser } from "./recogniser.ts";

/** Somebody who may be meant. `members` is the array as the database writes it. */
export type Candidate = { readonly customer: string; readonly members: string; readonly reasons: readonly string[] };

const day = 86_400_000;

/** Everyone who may be meant, latest first; the score is a share, larger for who was here lately. */
export async function rankedPeople(house: Recogniser, candidates: readonly Candidate[], at: Date): Promise<Match[]> {
  if (candidates.length === 0) return [];
  const ids = candidates.map(({ customer }) => customer);
  const rank = await house.memory.sourceRank();
  const [people, seen] = await Promise.all([
    peopleOf(house.reader, ids, rank),
    lastSeen(
      house.reader,
      candidates.flatMap(({ members }) => membersIn(members)),
      at,
    ),
  ]);
  const known = candidates.map((candidate) => {
    const last = Math.max(0, ...membersIn(candidate.members).map((member) => seen.get(member) ?? 0));
    return { ...candidate, last, weight: 0.05 + 2 ** ((last - at.getTime()) / (90 * day)) };
  });
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  return known
    .sort((a, b) => b.last - a.last || (a.customer < b.customer ? -1 : 1))
    .map(({ customer, reasons, last, weight }) => ({
      customer,
      name: people.get(customer)?.name ?? null,
      knownBy: people.get(customer)?.knownBy ?? null,
      score: weight / whole,
      reasons: last === 0 ? [...reasons] : [...reasons, `last seen ${when(last, at.getTime(), "UTC")}`],
    }));
}

function membersIn(array: string): string[] {
  return array.slice(1, -1).split(",");
}

async function lastSeen(db: Reader, members: readonly string[], at: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db.many<{ identity: string; at: Date }>(sql`
    select identity_id as identity, max(at) as at
    from touches
    where identity_id = any(${members}::uuid[]) and at <= ${at}::timestamptz and not cancelled
    group by identity_id`);
  return new Map(rows.map((row) => [row.identity, row.at.getTime()]));
}
