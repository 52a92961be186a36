import { kindOfStrength, peopleOf, type Person } from "../customers/index.ts";
import type { Db } from "../foundation/database/database.ts";
import { sql } from "../foundation/database/sql.ts";
import { type Catalogue, type Place } from "../touchpoints/index.ts";
import type { Arrival } from "./contract.ts";
import { clock } from "./in-words.ts";
import { localDate } from "./local-time.ts";
import { staffName, touchpointName } from "./names.ts";
import { placeOf } from "./place-of.ts";
import type { Recogniser } from "./recogniser.ts";

type TouchRow = {
  readonly identity: string;
  readonly at: Date;
  readonly expectedAt: Date | null;
  readonly staffId: string | null;
  readonly touchpointId: string;
};

const most = 40;
const soon = 3 * 3_600_000;

/** Who just arrived at a place, latest first, then who is still expected there today or tonight, soonest first. */
export async function arrivals(db: Db, placeCode: string, now: Date, house: Recogniser): Promise<Arrival[]> {
  const catalogue = await house.memory.newerCatalogue();
  const place = placeOf(catalogue, placeCode)!;
  const [here, booked] = await Promise.all([justHere(db, place.id, now), expected(db, place.id, now)]);
  const today = localDate(place.zone, now.getTime());
  // A table for ten past midnight is tonight's.
  const isDue = (at: number): boolean => localDate(place.zone, at) === today || at - now.getTime() < soon;
  const due = booked.filter(({ expectedAt }) => isDue(expectedAt!.getTime()));
  const people = await peopleOf(
    db,
    [...here, ...due].map(({ identity }) => identity),
    await house.memory.sourceRank(),
  );
  const served = await servedBefore(
    db,
    [...people.values()].flatMap(({ members }) => members),
    now,
  );
  const seen = new Set<string>();
  return [...here, ...due].flatMap((touch) => {
    const person = people.get(touch.identity);
    if (!person || seen.has(person.customer)) return [];
    seen.add(person.customer);
    return [arrivalOf(touch, person, served, catalogue, place)];
  });
}

function arrivalOf(
  touch: TouchRow,
  person: Person,
  served: ReadonlySet<string>,
  catalogue: Catalogue,
  place: Place,
): Arrival {
  return {
    customer: person.customer,
    name: person.name,
    knownBy: person.knownBy,
    at: (touch.expectedAt ?? touch.at).toISOString(),
    expected: touch.expectedAt !== null,
    firstVisit: !person.members.some((member) => served.has(member)),
    hint: hintOf(touch, catalogue, place),
  };
}

function hintOf({ expectedAt, staffId, touchpointId }: TouchRow, catalogue: Catalogue, place: Place): string {
  const what = touchpointName(catalogue, touchpointId);
  if (expectedAt !== null) return `${what} for ${clock(expectedAt.getTime(), place.zone)}`;
  return staffId === null ? what : `${what}, served by ${staffName(catalogue, staffId)}`;
}

/** Contacts of nobody in particular are no arrivals. */
async function justHere(db: Db, placeId: string, now: Date): Promise<TouchRow[]> {
  const rows = await db.many<TouchRow>(sql`
    select identity_id as identity, at, null::timestamptz as "expectedAt", staff_id as "staffId", touchpoint_id as "touchpointId"
    from touches
    where place_id = ${placeId} and at > ${now}::timestamptz - interval '2 hours' and at <= ${now}::timestamptz
      and visit and not cancelled and expected_at is null
    order by at desc, identity_id, id
    limit ${3 * most}`);
  return (await withoutContacts(db, rows)).slice(0, most);
}

async function expected(db: Db, placeId: string, now: Date): Promise<TouchRow[]> {
  const rows = await db.many<TouchRow>(sql`
    select identity_id as identity, at, expected_at as "expectedAt", staff_id as "staffId", touchpoint_id as "touchpointId"
    from touches
    where place_id = ${placeId} and expected_at > ${now}::timestamptz - interval '30 minutes'
      and expected_at < ${now}::timestamptz + interval '1 day' and at <= ${now}::timestamptz and not cancelled
    order by expected_at, identity_id, at, id
    limit ${most}`);
  return rows;
}

async function withoutContacts(db: Db, rows: readonly TouchRow[]): Promise<readonly TouchRow[]> {
  const kinds = await db.many<{ id: string; kind: number }>(sql`
    select id, kind from identities where id = any(${rows.map(({ identity }) => identity)}::uuid[])`);
  const contacts = new Set(kinds.filter(({ kind }) => kindOfStrength(kind) === "contact").map(({ id }) => id));
  return rows.filter(({ identity }) => !contacts.has(identity));
}

/** Which identities were served before today's visit. */
async function servedBefore(db: Db, members: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  const rows = await db.many<{ identity: string }>(sql`
    select identity_id as identity
    from touches
    where identity_id = any(${members}::uuid[]) and visit and not cancelled and at < ${now}::timestamptz - interval '3 hours'
      and (expected_at is null or expected_at < ${now}::timestamptz)
    group by identity_id`);
  return new Set(rows.map(({ identity }) => identity));
}
