import { afterAll, beforeAll, expect, it } from "vitest";
import { manifest } from "../migrations/manifest.ts";
import { breachesOfPlacement } from "../src/foundation/database/catalogue-check.ts";
import type { Db } from "../src/foundation/database/database.ts";
import { distributed, local, reference, type Manifest } from "../src/foundation/database/placement.ts";
import { rulesOfPlacement } from "../src/foundation/database/placement-rules.ts";
import { freshDatabase } from "./database.ts";

let db: Db;
let drop: () => Promise<void>;
beforeAll(async () => void ({ db, drop } = await freshDatabase()));
afterAll(() => drop());

it("could be spread over a cluster as it is", async () => {
  expect(await breachesOfPlacement(db, manifest)).toEqual([]);
});

const visits = "create table visits (identity_id uuid not null, id uuid not null, primary key (identity_id, id));";
const person = distributed("identity_id", "person");

type Fixture = { readonly rule: string; readonly ddl: string; readonly more?: Manifest };

const fixtures: readonly Fixture[] = [
  { rule: "every table is in the manifest", ddl: visits },
  { rule: "every line of the manifest is a table", ddl: "", more: { visits: person } },
  {
    rule: "a materialised view is local",
    ddl: "create materialized view visits as select id from places",
    more: { visits: reference },
  },
  { rule: "every table has a primary key", ddl: "create table visits (id uuid unique)", more: { visits: local } },
  {
    rule: "a distributed table has its column",
    ddl: visits,
    more: { visits: distributed("customer_id", "person") },
  },
  {
    rule: "the distribution column is a uuid, comes first and is not null",
    ddl: "create table visits (identity_id text, id uuid, primary key (identity_id, id))",
    more: { visits: person },
  },
  {
    rule: "the distribution column is a uuid, comes first and is not null",
    ddl: "create table visits (id uuid, identity_id uuid, primary key (identity_id, id))",
    more: { visits: person },
  },
  {
    rule: "the primary key begins with the distribution column",
    ddl: "create table visits (identity_id uuid, id uuid, primary key (id, identity_id))",
    more: { visits: person },
  },
  {
    rule: "what is unique holds the distribution column",
    ddl: `${visits} create unique index on visits (id)`,
    more: { visits: person },
  },
  {
    rule: "a row's id is made in the application",
    ddl: "create table visits (identity_id uuid, id bigint generated always as identity, primary key (identity_id, id))",
    more: { visits: person },
  },
  {
    rule: "a row's id is made in the application",
    ddl: `${visits} alter table visits alter id set default gen_random_uuid()`,
    more: { visits: person },
  },
  {
    rule: "foreign keys stay within a group, with its key, or lead to reference tables",
    ddl: `${visits} alter table visits add foreign key (identity_id) references receipts`,
    more: { visits: person },
  },
  {
    rule: "foreign keys stay within a group, with its key, or lead to reference tables",
    ddl: `${visits} alter table visits add foreign key (id) references identities`,
    more: { visits: person },
  },
  {
    rule: "foreign keys stay within a group, with its key, or lead to reference tables",
    ddl: "create table visits (id uuid primary key references identities)",
    more: { visits: reference },
  },
  {
    rule: "foreign keys do not change the distribution column",
    ddl: `${visits} alter table visits add foreign key (identity_id) references identities on delete set null`,
    more: { visits: person },
  },
  {
    rule: "foreign keys do not change the distribution column",
    ddl: `${visits} alter table visits add foreign key (id) references places on update cascade`,
    more: { visits: person },
  },
  {
    rule: "no triggers",
    ddl: `${visits} create trigger same before update on visits for each row
      execute function suppress_redundant_updates_trigger()`,
    more: { visits: person },
  },
  { rule: "no rules", ddl: "create rule quiet as on delete to places do instead nothing" },
  { rule: "no functions in SQL", ddl: "create function one() returns int language sql as 'select 1'" },
  {
    rule: "no inheritance",
    ddl: "create table visits (primary key (id)) inherits (places)",
    more: { visits: reference },
  },
  { rule: "nothing unlogged", ddl: "alter table items set unlogged" },
];

it.each(fixtures)("$rule: says so of $ddl", async ({ rule, ddl, more }) => {
  const breaches = await brokenBy(ddl, { ...manifest, ...more });
  expect(new Set(breaches.map((breach) => breach.rule))).toEqual(new Set([rule]));
});

it("knows virtual columns, where the server does", async ({ skip }) => {
  const { version } = await db.one<{ version: number }>({
    text: "select current_setting('server_version_num')::int as version",
    values: [],
  });
  skip(version < 180_000, "this PostgreSQL has no virtual columns");
  const breaches = await brokenBy(
    "alter table items add upper text generated always as (upper(code)) virtual",
    manifest,
  );
  expect(breaches.map(({ rule }) => rule)).toEqual(["no virtual columns"]);
});

it("has a fixture for every rule", () => {
  expect(Object.keys(rulesOfPlacement).filter((rule) => !fixtures.some((fixture) => fixture.rule === rule))).toEqual([
    "no virtual columns",
  ]);
});

class TakeBack extends Error {}

async function brokenBy(ddl: string, manifest: Manifest): Promise<{ rule: string; table: string; detail: string }[]> {
  let found: { rule: string; table: string; detail: string }[] = [];
  const work = db.transaction(async (db) => {
    await db.script(ddl);
    found = await breachesOfPlacement(db, manifest);
    throw new TakeBack();
  });
  await expect(work).rejects.toThrow(TakeBack);
  return found;
}
