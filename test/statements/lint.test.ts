import { describe, expect, it } from "vitest";
import { distributed, local, reference } from "../../src/foundation/database/placement.ts";
import { lint, lintPair, productRules, statementRules } from "./lint.ts";
import { schemaOf } from "./schema.ts";

const person = distributed("identity_id", "person");

/** A small schema of each kind of table, so that the examples stay true whatever the product's tables become. */
const ground = {
  schema: schemaOf([
    `create table identities (id uuid primary key, customer_id uuid, value text);
     create table touches (identity_id uuid, at timestamptz, id uuid, place_id uuid, text text, primary key (identity_id, at, id));
     create table lines (identity_id uuid, touch_id uuid, key bigint, item_id uuid, quantity int, primary key (identity_id, touch_id, key));
     create table receipts (id uuid primary key, identity_id uuid, at timestamptz);
     create table places (id uuid primary key, code text unique, name text);
     create table staff (id uuid primary key, place_id uuid, name text);
     create table jobs (id bigint primary key, name text);
     create table answers (identity_id uuid, at timestamptz, id uuid, place_id uuid, score int, primary key (identity_id, at, id));
     create table scores (identity_id uuid, day date, score int, n int, primary key (identity_id, day, score));`,
    `alter table places add column city text; alter table touches add column staff_id uuid;`,
  ]),
  manifest: {
    identities: distributed("id", "person"),
    touches: person,
    lines: person,
    answers: person,
    scores: person,
    receipts: distributed("id", "receipts"),
    places: reference,
    staff: reference,
    jobs: local,
  },
};

const refused: readonly (readonly [rule: string, statement: string])[] = [
  [
    "one group",
    "select 1 from touches join receipts on touches.id = receipts.id and touches.identity_id = receipts.identity_id",
  ],
  [
    "one group",
    "with r as (select identity_id from receipts where id = $1) select at from touches, r where touches.identity_id = r.identity_id",
  ],
  [
    "one group",
    "with gone as (delete from receipts where id = $1 returning id) delete from touches where identity_id = $2",
  ],
  ["joined by the key", "select 1 from touches join lines on lines.touch_id = touches.id"],
  ["joined by the key", "select 1 from touches, lines where touches.identity_id = $1 and lines.touch_id = touches.id"],
  [
    "joined by the key",
    "select 1 from touches join lines using (identity_id) join identities on customer_id = lines.identity_id",
  ],
  ["joined by the key", "select 1 from touches where exists (select from lines where lines.touch_id = touches.id)"],
  ["joined by the key", "update touches set text = $1 from lines where lines.touch_id = touches.id"],
  [
    "joined by the key",
    "with last as (select identity_id, max(at) as at from touches group by identity_id) select key from lines join last on last.at = $1",
  ],
  [
    "aggregate first",
    "select places.name, count(*) from touches left join places on places.id = place_id group by places.name",
  ],
  ["driven by what is distributed", "select (select count(*) from touches where place_id = places.id) from places"],
  [
    "driven by what is distributed",
    "select 1 from places, lateral (select at from touches where place_id = places.id order by identity_id, at, id limit 1) as last",
  ],
  [
    "driven by what is distributed",
    "insert into jobs (id) select n from unnest($1::bigint[]) as u (n) where not exists (select from lines where key = n)",
  ],
  ["locked by the key", "select id from touches where id = $1 for update"],
  ["limited in a total order", "select id from touches where identity_id = $1 limit 1"],
  ["limited in a total order", "select id from touches where identity_id = $1 order by at desc limit 400"],
  ["limited in a total order", "select at, text from touches where identity_id = any($1) order by at limit 1"],
  ["limited in a total order", "select place_id, count(*) as n from touches group by place_id order by n desc limit 3"],
  [
    "limited in a total order",
    "select key from touches join lines using (identity_id) order by identity_id, at, touches.id limit 3",
  ],
  ["limited in a total order", "select at, id from touches union all select at, id from touches order by at limit 3"],
  ["limited in a total order", "select id from (select at, id from touches) as t order by at offset 3"],
  ["text by its bytes", "select id from places order by name, id"],
  ["text by its bytes", "select array_agg(id order by code) from places"],
  ["text by its bytes", "select name as called from places order by called"],
  ["time is given", "select id from touches where at > now() - interval '1 day'"],
  ["time is given", "insert into jobs (id, name) values (nextval('jobs_id'), $1)"],
  ["time is given", "delete from touches where at < current_date"],
  [
    "conflicts settle themselves",
    "insert into places (id) values ($1) on conflict (id) do update set name = (select name from staff where id = $2)",
  ],
  ["keys stay", "update touches set identity_id = $1 where identity_id = $2"],
  ["keys stay", "insert into receipts (id) values ($1) on conflict (id) do update set id = excluded.id"],
  ["no merge", "merge into places using staff on staff.place_id = places.id when matched then delete"],
  ["subtotals over results", "select place_id, count(*) from touches group by rollup (place_id)"],
  [
    "subtotals over results",
    "with t as (select place_id from touches) select place_id, count(*) from t group by cube (place_id)",
  ],
  [
    "no recursion over distributed tables",
    "with recursive r as (select id from identities where id = $1 union select i.id from identities as i join r on i.id = r.id) select id from r",
  ],
  ["notify alone", "select pg_notify('seen', id::text) from places"],
  ["no search by part", "select id from identities where value like $1"],
  ["no search by part", "select id from identities where id = $2 and value ~* $1"],
  ["PostgreSQL 15", "select any_value(name) from places"],
  ["PostgreSQL 15", "select json_array(name) from places"],
  ["PostgreSQL 15", "select name is json from places"],
  ["PostgreSQL 15", "select 1 from (select name from places)"],
  ["PostgreSQL 15", "update places set name = $1 returning old.name"],
  ["PostgreSQL 15", "copy places from stdin with (on_error ignore)"],
  ["lower case", "SELECT name FROM places"],
  [
    "one sort of writing",
    "with named as (insert into places (id) values ($1) returning id) insert into touches (identity_id, place_id) select $2, id from named",
  ],
  [
    "one sort of writing",
    "with gone as (delete from touches where identity_id = $1 returning staff_id) update staff set name = $2 where id = any(select staff_id from gone)",
  ],
  ["scores are counted", "select avg(score) from answers"],
  ["scores are counted", "select place_id, avg(score::numeric) as mean from answers group by place_id"],
  ["scores are counted", "select percentile_cont(0.5) within group (order by score) from answers"],
  ["scores are counted", "select count(*) filter (where score >= 9) as promoters, count(*) as n from answers"],
  ["scores are counted", "select place_id from answers group by place_id having sum(answers.score) > $1"],
];

const refusedOfTheProduct: readonly (readonly [rule: string, statement: string])[] = [
  ["asked by the key", "select at from touches where id = $1"],
  ["asked by the key", "select at from touches where id = $1 limit 1"],
  ["asked by the key", "select at from touches where id = any($1::uuid[])"],
  ["asked by the key", "select quantity from lines where touch_id = $1 order by touch_id, key limit 400"],
  ["asked by the key", "select count(*) from lines where touch_id = $1"],
  ["asked by the key", "select id from touches where place_id = $1"],
  ["asked by the key", "select distinct place_id from touches"],
  ["asked by the key", "select touches.at from touches join places on places.id = place_id where code = $1"],
  ["asked by the key", "select exists (select from touches where id = $1) as known"],
  [
    "asked by the key",
    "select at from touches where identity_id in (select id from identities where customer_id = $1)",
  ],
  ["asked by the key", "update touches set text = $1 where place_id = $2"],
  ["asked by the key", "delete from receipts where at < $1"],
  [
    "bulk by copy",
    "insert into touches (identity_id, at, id) select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[])",
  ],
  [
    "bulk by copy",
    "insert into lines (identity_id, touch_id, key) select * from jsonb_to_recordset($1) as r (a uuid, b uuid, c int)",
  ],
  ["bulk by copy", "insert into lines (identity_id, touch_id, key) values ($1, $2, $3), ($4, $5, $6)"],
];

describe("the lint of statements", () => {
  it.each(refused)("%s: says so of %s", (rule, statement) => {
    expect(lint(statement, ground).map((finding) => finding.rule)).toEqual([rule]);
  });

  // The clock on a conflict breaks two rules: times are given, and a conflict settles itself.
  it("refuses a clock that runs while a conflict is settled", () => {
    const found = lint("insert into places (id) values ($1) on conflict (id) do update set name = now()::text", ground);
    expect(found.map(({ rule }) => rule)).toEqual(["time is given", "conflicts settle themselves"]);
  });

  it.each(refusedOfTheProduct)("%s: says so of the product's %s", (rule, statement) => {
    expect(lint(statement, ground, productRules).map((finding) => finding.rule)).toEqual([rule]);
  });

  it("refuses to write a catalogue after what is distributed", () => {
    const [place, touch] = ["insert into places (id) values ($1)", "copy touches (identity_id, at, id) from stdin"];
    expect(lintPair(touch, place, ground)).toEqual([
      { rule: "reference first", detail: "writes places after touches in one transaction: turn them round" },
    ]);
    expect(lintPair(place, touch, ground)).toEqual([]);
    expect(lintPair(touch, "copy (select id from places) to stdout", ground)).toEqual([]);
    expect(lintPair("select at from touches where identity_id = $1", place, ground)).toEqual([]);
  });

  it("has an example against every rule", () => {
    expect(new Set(refused.map(([rule]) => rule))).toEqual(new Set(Object.keys(statementRules)));
    expect(new Set(refusedOfTheProduct.map(([rule]) => rule))).toEqual(new Set(Object.keys(productRules)));
  });
});

it.each([
  ["a join by the key", "select at from touches join lines using (identity_id) where touch_id = touches.id"],
  [
    "a join by the key of what a list names",
    "select at from unnest($1::uuid[]) as a (id) join touches on identity_id = a.id join lines on lines.identity_id = a.id",
  ],
  ["one bind for two keys", "select at from touches, lines where touches.identity_id = $1 and lines.identity_id = $1"],
  [
    "a look at the same person's rows",
    "select at from touches as t where exists (select from lines as l where l.identity_id = t.identity_id and touch_id = t.id)",
  ],
  [
    "a list of ids found before",
    "select at from touches where identity_id in (select id from identities where customer_id = $1)",
  ],
  [
    "a subtotal over what stands still",
    "with t as materialized (select place_id from touches) select place_id, count(*) from t group by rollup (place_id)",
  ],
  [
    "names after counting",
    "with n as (select place_id, count(*) as n from touches group by place_id) select name, n from n left join places on places.id = place_id",
  ],
  ["a catalogue as a filter", "select count(*) from touches join places on places.id = place_id where code = $1"],
  ["a lock by keys", "select id from receipts where id = any($1::uuid[]) order by id for update"],
  ["a lock of a claimed job", "select id from jobs where name = $1 order by id for update skip locked"],
  ["the last touches of one person", "select id from touches where identity_id = $1 order by at desc, id limit 400"],
  [
    "the last touches of several, by time and id",
    "select text from touches where identity_id = any($1) order by at desc, id limit 400",
  ],
  ["rows that look the same", "select identity_id, id from touches where identity_id = $1 order by id limit 1"],
  ["the one row of a key", "select name from places where id = $1 limit 1"],
  ["the one row of an aggregate", "select max(at) from touches limit 1"],
  [
    "an order by the groups",
    "select place_id, count(*) as n from touches group by place_id order by n desc, place_id limit 3",
  ],
  ["an order by a numbered group", "select staff_id, place_id from touches group by 1, 2 order by 2, 1 limit 3"],
  [
    "an order by distinct columns",
    "select distinct place_id, staff_id from touches order by place_id, staff_id limit 3",
  ],
  [
    "an order by a key that a join settles",
    "select staff.name from staff join places on places.id = place_id order by staff.id limit 3",
  ],
  [
    "an order of a query's groups",
    "with g as (select place_id, count(*) as n from touches group by place_id) select * from g order by n, place_id limit 3",
  ],
  ["an order of a list", "select id from unnest($1::uuid[]) with ordinality as listed (id, n) order by n limit 3"],
  [
    "a union in the order of all it says",
    "select at, id from touches union select at, touch_id from lines, touches as t where t.identity_id = lines.identity_id order by 1, 2 limit 3",
  ],
  ["text by its bytes", 'select id from places order by name collate "C", id'],
  ["a time that was given", "select id from touches where at > $1::timestamptz - interval '1 day'"],
  [
    "a conflict that settles itself",
    "insert into touches (identity_id, at, id) values ($1, $2, $3) on conflict (identity_id, at, id) do update set text = coalesce(excluded.text, touches.text, $4)",
  ],
  ["a notification alone", "select pg_notify('seen', $1)"],
  ["a search by part in a catalogue", "select id from places where name ilike $1"],
  [
    "recursion over a catalogue",
    "with recursive r as (select id from places where id = $1 union select places.id from places join r using (id)) select id from r",
  ],
  ["PostgreSQL's older JSON", "select jsonb_build_object('name', name) from (select name from places) as p"],
  ["a copy", "copy touches (identity_id, at, id) from stdin"],
  ["what makes tables", "create table more (id uuid primary key)"],
])("has nothing against %s", (_, statement) => {
  expect(lint(statement, ground)).toEqual([]);
});

it.each([
  ["the rows of some people", "select at, id from touches where identity_id = any($1::uuid[]) and place_id = $2"],
  [
    "rows listed with their people",
    "select text from touches join unnest($1::uuid[], $2::uuid[]) as place (identity_id, id) using (identity_id, id)",
  ],
  [
    "the lines of the touches of one person",
    "select quantity from touches join lines on lines.identity_id = touches.identity_id and touch_id = touches.id where touches.identity_id = $1",
  ],
  [
    "what hangs on rows found by the key",
    "with last as (select identity_id, id from touches where identity_id = $1) select key from lines join last on last.identity_id = lines.identity_id and touch_id = last.id",
  ],
  ["the row of an id that is the key", "select value from identities where id = $1"],
  ["a page of everybody's", "select identity_id, id from touches where place_id = $1 order by at desc, id limit 50"],
  ["a count of everybody's", "select place_id, count(*) from touches where at > $1 group by place_id"],
  ["whether there is anybody", "select exists (select from touches) as filled"],
  ["a rebuild", "delete from touches where text is not null"],
  ["one machine's own rows", "select name from places"],
  ["one new row", "insert into touches (identity_id, at, id) values ($1, $2, $3)"],
  [
    "a batch that settles conflicts",
    "insert into lines (identity_id, key) select * from unnest($1::uuid[], $2::int[]) as l (a, b) on conflict do nothing",
  ],
  ["messages that two may bring at once", "insert into receipts (id) select id from unnest($1::uuid[]) as r (id)"],
  ["rows of rows", "insert into receipts (id, at) select id, at from receipts where id = $1"],
  ["a list of a catalogue's", "insert into places (id) select id from unnest($1::uuid[]) as p (id)"],
])("has nothing against the product's %s", (_, statement) => {
  expect(lint(statement, ground, { ...statementRules, ...productRules })).toEqual([]);
});

it.each([
  ["counts of each score", "select score, count(*) as n from answers group by score"],
  [
    "promoters among the counts",
    "select sum(n) filter (where score >= 9) as promoters, sum(n) as n from scores where identity_id = $1",
  ],
  ["a mean of the counts", "select sum(n * score)::float8 / sum(n) as mean from scores where identity_id = $1"],
  ["an average of something else", "select avg(extract(epoch from at)) from touches where identity_id = $1"],
])("takes %s", (_, statement) => {
  expect(lint(statement, ground)).toEqual([]);
});

it("reads the product's tables from its migrations", () => {
  expect(
    lint("select id from touches where identity_id = $1 order by at desc limit 1").map(({ rule }) => rule),
  ).toEqual(["limited in a total order"]);
});
