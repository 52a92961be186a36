import type { Db } from "../../src/foundation/database/database.ts";
import { sql } from "../../src/foundation/database/sql.ts";
import { keyedId, namedId } from "../../src/foundation/ids.ts";
import { withoutIndexes } from "./without-indexes.ts";

/**
 * Customers with habits by the million, written with COPY: bulk to measure on, not a simulation of a business. Everybody
 * has an account, an email and a phone; how often they come is skewed (exponential, mean `touchesEach`). Visits are
 * written in the order of their time, as they would arrive: the twenty visits of one customer lie on twenty pages.
 */
export type Size = { readonly customers: number; readonly touchesEach: number };

const day = 86_400_000;
const days = 700;
const places = Array.from({ length: 40 }, (_, n) => ({ code: `shop-${n}`, id: namedId("place", `shop-${n}`) }));
const staff = Array.from({ length: 400 }, (_, n) => ({ code: `staff-${n}`, id: namedId("staff", `staff-${n}`) }));
const items = Array.from({ length: 200 }, (_, n) => ({ code: `item-${n}`, id: namedId("item", "bench", `item-${n}`) }));
const touchpoint = namedId("touchpoint", "counter");
const promise = namedId("promise", "counter", "served in 5 minutes");
const nobody = "00000000-0000-0000-0000-000000000000";

export const emailOf = (n: number): string => `guest${n}@example.org`;
const phoneOf = (n: number): string => `+4930${String(n).padStart(8, "0")}`;

export async function fill(
  db: Db,
  key: Buffer,
  size: Size,
  now: Date,
  tell: (progress: string) => void,
): Promise<void> {
  await fillCatalogue(db, now);
  await withoutIndexes(db, ["identities", "facts", "evidence", "touches", "lines", "verdicts"], async () => {
    const ids = await fillPeople(db, key, size.customers, now, tell);
    await fillVisits(db, ids, size.touchesEach, now, tell);
    tell("building the indexes");
  });
  await db.script("vacuum (analyze)");
}

async function fillCatalogue(db: Db, now: Date): Promise<void> {
  const long = new Date(0).toISOString();
  const hours = (n: number): string => new Date(now.getTime() + n * 3_600_000).toISOString();
  await db.copy(
    "places (id, code, name, zone, region, currency)",
    places.map(({ id, code }, n) => row(id, code, `Shop ${n}`, "Europe/Berlin", "DE", "EUR")),
  );
  await db.copy(
    "staff (id, code, name, role, place_id, per_gesture_minor, per_month_minor)",
    staff.map(({ id, code }, n) =>
      row(id, code, `Person ${n}`, n < 40 ? "manager" : "front line", places[n % 40]!.id, 1200, 10_000),
    ),
  );
  await db.copy(
    "shifts (id, staff_id, place_id, starts_at, ends_at)",
    staff
      .filter((_, n) => n % 80 < 40)
      .map(({ id, code }, n) => row(namedId("shift", code), id, places[n % 40]!.id, hours(-6), hours(18))),
  );
  await db.copy("touchpoints (id, valid_from, code, name, lens, stage, element, channel, visit)", [
    row(touchpoint, long, "counter", "Counter", "service", "interact", "people", "in person", true),
  ]);
  await db.copy("promises (id, valid_from, touchpoint_id, wording, rule)", [
    row(promise, long, touchpoint, "served in 5 minutes", '{"kind":"served","withinSeconds":300}'),
  ]);
  await db.copy(
    "items (id, source, code, name, named_at)",
    items.map(({ id, code }, n) => row(id, "bench", code, `Item ${n}`, long)),
  );
}

type Person = { readonly id: string; readonly email: string; readonly phone: string };

async function fillPeople(
  db: Db,
  key: Buffer,
  customers: number,
  now: Date,
  tell: (progress: string) => void,
): Promise<Person[]> {
  const people: Person[] = [];
  for (let start = 0; start < customers; start += 20_000) {
    const chunk = Array.from({ length: Math.min(20_000, customers - start) }, (_, n) => personAt(key, start + n));
    const first = (n: number): string => new Date(now.getTime() - (days + (n % 900)) * day).toISOString();
    const write = (target: string, rows: (person: Person, n: number) => string): Promise<void> =>
      db.copy(
        target,
        inBlocks(chunk, (person, n) => rows(person, start + n)),
      );
    await write(
      "identities (id, kind, scope, value, normalising, first_seen, customer_id, members)",
      ({ id, email, phone }, n) => {
        const members = `{${id},${email},${phone}}`;
        return (
          row(id, 1, "bench", `u${n}`, 1, first(n), id, members) +
          row(email, 4, "", emailOf(n), 1, first(n), id, members) +
          row(phone, 5, "", phoneOf(n), 1, first(n), id, members)
        );
      },
    );
    await write("facts (identity_id, id, name, value, source, first_observed_at, observed_at)", ({ id }, n) =>
      [
        ["name", `Guest Number${n}`],
        ["birthDate", "1980-02-03"],
        ["allergy", "nuts"],
      ]
        .map(([name, value]) => row(id, namedId("fact", id, name!), name!, value!, "bench", first(n), first(n)))
        .join(""),
    );
    await write(
      "evidence (a, b, sort, said_id, b_kind, at)",
      ({ id, email, phone }, n) =>
        row(id, email, 1, nobody, 4, first(n)) +
        row(email, id, 1, nobody, 1, first(n)) +
        row(id, phone, 1, nobody, 5, first(n)) +
        row(phone, id, 1, nobody, 1, first(n)),
    );
    people.push(...chunk);
    tell(`${people.length} customers`);
  }
  return people;
}

function personAt(key: Buffer, n: number): Person {
  return {
    id: keyedId(key, "user id", "bench", `u${n}`),
    email: keyedId(key, "email", "", emailOf(n)),
    phone: keyedId(key, "phone", "", phoneOf(n)),
  };
}

/** Day after day, so that the tables hold visits in the order of their time. */
async function fillVisits(
  db: Db,
  people: readonly Person[],
  touchesEach: number,
  now: Date,
  tell: (progress: string) => void,
): Promise<void> {
  const visits = visitsByDay(people.length, touchesEach);
  let done = 0;
  for (const [index, ofDay] of visits.entries()) {
    const dawn = now.getTime() - (days - index) * day;
    const rows = Array.from(ofDay, (n, order) =>
      visitRows(n, people[n]!, index, dawn + ((order + 1) / (ofDay.length + 1)) * day),
    );
    const write = (target: string, part: keyof VisitRows): Promise<void> =>
      db.copy(
        target,
        inBlocks(rows, (visit) => visit[part]),
      );
    await write(touchColumns, "touch");
    await write("lines (identity_id, at, touch_id, key, item_id, quantity, amount_minor, version, content)", "lines");
    await write(
      "verdicts (identity_id, at, touch_id, promise_id, verdict, evidence, place_id, touchpoint_id)",
      "verdict",
    );
    done += ofDay.length;
    if (index % 50 === 49) tell(`${done} touches`);
  }
}

const touchColumns = `touches (identity_id, at, id, others, source, touchpoint_id, visit, place_id, staff_id, channel,
  currency, amount_minor, wait_actual_seconds)`;

/** Which customers come on which day; in memory as numbers only. */
function visitsByDay(customers: number, touchesEach: number): readonly Uint32Array[] {
  const random = seeded(1);
  const counts = new Uint32Array(days);
  const each = Array.from({ length: customers }, () =>
    Math.min(2000, Math.ceil(-Math.log(1 - random()) * touchesEach)),
  );
  const dayOf = (n: number, visit: number): number => Math.floor(days * fraction(n, visit, 0));
  each.forEach((count, n) => {
    for (let visit = 0; visit < count; visit++) counts[dayOf(n, visit)]! += 1;
  });
  const byDay = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(days);
  each.forEach((count, n) => {
    for (let visit = 0; visit < count; visit++) byDay[dayOf(n, visit)]![filled[dayOf(n, visit)]!++] = n;
  });
  return byDay;
}

type VisitRows = { readonly touch: string; readonly lines: string; readonly verdict: string };

function visitRows(n: number, { id, email, phone }: Person, index: number, moment: number): VisitRows {
  const chance = (what: number): number => fraction(n, index, what);
  const at = new Date(moment).toISOString();
  const touch = namedId(String(n), at);
  const place = places[n % 40]!.id;
  const server = staff[(n % 40) + 40 * Math.floor(chance(1) ** 2 * 10)]!.id;
  const seconds = Math.floor(chance(2) * 320);
  const favourite = (which: number): string => items[Math.floor(items.length * fraction(n, which, 9))]!.id;
  const chosen = new Set([favourite(Math.floor(chance(3) ** 2 * 4)), ...(chance(4) < 0.4 ? [favourite(4)] : [])]);
  return {
    touch: row(
      id,
      at,
      touch,
      `{${email},${phone}}`,
      "bench",
      touchpoint,
      true,
      place,
      server,
      "in person",
      "EUR",
      450,
      seconds,
    ),
    lines: [...chosen].map((item, line) => row(id, at, touch, line, item, 1, 300, at, n)).join(""),
    verdict: row(
      id,
      at,
      touch,
      promise,
      seconds > 300 ? "broken" : "kept",
      `{"seconds":${seconds}}`,
      place,
      touchpoint,
    ),
  };
}

function* inBlocks<T>(rows: readonly T[], text: (row: T, index: number) => string): Iterable<string> {
  for (let start = 0; start < rows.length; start += 500) {
    yield rows
      .slice(start, start + 500)
      .map((one, n) => text(one, start + n))
      .join("");
  }
}

function row(...fields: readonly (string | number | boolean)[]): string {
  return `${fields.join("\t")}\n`;
}

/** A number in 0..1 that depends on nothing but these. */
function fraction(a: number, b: number, c: number): number {
  let t = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35) ^ Math.imul(c + 1, 0x27d4eb2f);
  t = Math.imul(t ^ (t >>> 15), 1 | t);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

function seeded(seed: number): () => number {
  let n = 0;
  return () => fraction(seed, n++, 7);
}

/** How many customers of the bench are there already. */
export async function customersThere(db: Db): Promise<number> {
  const { n } = await db.one<{ n: number }>(
    sql`select count(*) as n from identities where kind = 1 and scope = 'bench'`,
  );
  return n;
}
