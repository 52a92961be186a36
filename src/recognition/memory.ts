import { readSourceRank, kinds, strength, type SourceRank } from "../customers/index.ts";
import type { Context, Role } from "../foundation/context.ts";
import type { Db } from "../foundation/database/database.ts";
import { sql } from "../foundation/database/sql.ts";
import { remembered } from "../foundation/remembered.ts";
import { readCatalogue, type Catalogue } from "../touchpoints/index.ts";

/** An employee as the card needs them. */
export type Employee = {
  readonly id: string;
  readonly role: Role;
  readonly placeId: string | null;
  readonly perGestureMinor: number;
  readonly perMonthMinor: number;
  readonly leftAt: Date | null;
};

/** Who is on shift, and at which place; by employee. */
export type OnShift = ReadonlyMap<string, string>;

/** Where codes come from: the sources and programmes under which each kind of code was ever seen. */
export type CodeScope = { readonly kind: "user id" | "loyalty" | "booking" | "device"; readonly scope: string };

/** What changes rarely and every card needs: read once, renewed within a minute, shifts and employees within seconds. */
export type Memory = {
  catalogue(): Catalogue | Promise<Catalogue>;
  /** The catalogue read anew, for what was not in it. */
  newerCatalogue(): Catalogue | Promise<Catalogue>;
  staff(): ReadonlyMap<string, Employee> | Promise<ReadonlyMap<string, Employee>>;
  onShift(at: Date): OnShift | Promise<OnShift>;
  sourceRank(): SourceRank | Promise<SourceRank>;
  codeScopes(): readonly CodeScope[] | Promise<readonly CodeScope[]>;
};

const asSystem = { kind: "system", name: "recognition" } as const;
const soon = 5;
const later = 60;
// What is unknown may be unknown for good: it is looked for anew this often at most.
const newerAfterMilliseconds = 2000;

/** Lives as long as the server. */
export function openMemory(db: Db): Memory {
  const context = (): Context => ({ actor: asSystem, db, now: new Date() });
  const catalogue = remembered(() => readCatalogue(context()), later);
  const staff = remembered(() => readStaff(db), soon);
  const shifts = remembered((minute) => readShifts(db, new Date(Number(minute) * 60_000)), soon);
  const rank = remembered(() => readSourceRank(db), later);
  const scopes = remembered(() => readCodeScopes(db), later);
  let renewed = 0;
  return {
    catalogue: () => catalogue.get(""),
    newerCatalogue: () => {
      if (performance.now() - renewed > newerAfterMilliseconds) {
        renewed = performance.now();
        catalogue.forget();
      }
      return catalogue.get("");
    },
    staff: () => staff.get(""),
    onShift: (at) => shifts.get(String(Math.floor(at.getTime() / 60_000))),
    sourceRank: () => rank.get(""),
    codeScopes: () => scopes.get(""),
  };
}

async function readStaff(db: Db): Promise<ReadonlyMap<string, Employee>> {
  const rows = await db.many<Employee>(sql`
    select id, role, place_id as "placeId", per_gesture_minor as "perGestureMinor", per_month_minor as "perMonthMinor",
      left_at as "leftAt"
    from staff`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Nobody works longer than a day and a half at a stretch. */
async function readShifts(db: Db, at: Date): Promise<OnShift> {
  const rows = await db.many<{ staffId: string; placeId: string }>(sql`
    select staff_id as "staffId", place_id as "placeId"
    from shifts
    where starts_at > ${at}::timestamptz - interval '36 hours' and starts_at <= ${at}::timestamptz and ends_at > ${at}::timestamptz
    order by id`);
  return new Map(rows.map(({ staffId, placeId }) => [staffId, placeId]));
}

const scopedKinds = ["user id", "loyalty", "booking", "device"] as const satisfies readonly (typeof kinds)[number][];
const mostScopes = 200;

/** From one scope to the next along the index: a handful of steps, however many identities there are. */
async function readCodeScopes(db: Db): Promise<readonly CodeScope[]> {
  const found: CodeScope[] = [];
  for (const kind of scopedKinds) {
    let scope = await nextScope(db, strength(kind), "");
    while (scope !== null && found.length < mostScopes) {
      found.push({ kind, scope });
      scope = await nextScope(db, strength(kind), scope);
    }
  }
  return found;
}

async function nextScope(db: Db, kind: number, after: string): Promise<string | null> {
  const { scope } = await db.one<{ scope: string | null }>(sql`
    select min(scope collate "C") as scope from identities
    where kind in (1, 2, 7, 8) and kind = ${kind} and scope collate "C" > ${after}`);
  return scope;
}
