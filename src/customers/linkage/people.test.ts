import { describe, expect, it } from "vitest";
import { scoreClusters } from "../../../test/cluster-score.ts";
import { madePeople, type Making } from "../../../test/made-people.ts";
import { link, startThread } from "../../statistics/linkage/index.ts";
import { PeopleBeingRead } from "./people.ts";

const all = ["forename", "surname", "birth_date", "email", "phone", "street", "street_number", "city", "postcode"];

function read(making: Making, fields: readonly string[] = all) {
  const made = madePeople(making);
  const people = new PeopleBeingRead(fields);
  const places = fields.map((field) => made.fields.indexOf(field));
  for (const row of made.rows) people.add(places.map((place) => row[place]!));
  return { table: people.table(), person: made.person };
}

function table(fields: readonly string[], rows: readonly (readonly string[])[]) {
  const people = new PeopleBeingRead(fields);
  for (const row of rows) people.add(row);
  return people.table();
}

describe("linking invented people", () => {
  it("finds who was written down twice, and knows how many there are", async () => {
    const { table, person } = read({ records: 6000, seed: "town" });
    const { clustering, model } = await link(table);
    const score = scoreClusters(clustering.clusters, person);
    expect(score.precision).toBeGreaterThan(0.99);
    expect(score.recall).toBeGreaterThan(0.99);
    const truly = score.missed / (1 - score.recall || 1);
    if (score.missed > 0) expect(((model.lambda * 6000 * 5999) / 2 / truly - 1) ** 2).toBeLessThan(0.3 ** 2);
  });

  it("says of a pair how probable it is, and keeps its word", async () => {
    const { table, person } = read({ records: 6000, seed: "word", slips: 0.2, gaps: 0.15 });
    const { links } = await link(table);
    const bins = Array.from({ length: 10 }, () => ({ said: 0, came: 0 }));
    let compared = 0;
    for (const { a, b, weights, compared: here } of links) {
      compared += here;
      for (let i = 0; i < a.length; i++) {
        const said = 1 / (1 + 2 ** -weights[i]!);
        const bin = bins[Math.min(9, Math.floor(said * 10))]!;
        bin.said += said;
        bin.came += Number(person[a[i]!] === person[b[i]!]);
      }
    }
    const error = bins.reduce((sum, { said, came }) => sum + Math.abs(said - came), 0) / compared;
    expect(error).toBeLessThan(0.02);
  });

  it("keeps families apart, who share a surname, an address and a telephone", async () => {
    for (const again of [0.3, 0.02]) {
      const { table, person } = read({ records: 8000, seed: `families ${again}`, again });
      const score = scoreClusters((await link(table)).clustering.clusters, person);
      expect(score.precision).toBeGreaterThan(0.97);
      expect(score.recall).toBeGreaterThan(0.97);
    }
  });

  it("merges nobody where nobody is there twice", async () => {
    for (const fields of [all, ["forename", "surname", "birth_date", "postcode", "city"], all.slice(0, 3)]) {
      const { table, person } = read({ records: 3000, seed: "once", again: 0 }, fields);
      expect(scoreClusters((await link(table)).clustering.clusters, person).wrong).toBeLessThanOrEqual(3);
    }
  });

  it("gives the same bits with any number of threads", async () => {
    const { table } = read({ records: 4000, seed: "threads" });
    const threads = [startThread(), startThread(), startThread()];
    try {
      const [alone, helped] = [await link(table), await link(table, { threads })];
      expect(helped.clustering).toEqual(alone.clustering);
      expect(helped.links).toEqual(alone.links);
      expect(helped.model.m).toEqual(alone.model.m);
      expect(helped.model.lambda).toBe(alone.model.lambda);
    } finally {
      await Promise.all(threads.map((thread) => thread.stop()));
    }
  });

  it("puts a junior and a senior apart", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [
      `${"abcdefgh"[i % 8]}nna ${"xyzvw"[i % 5]}eber${i}`,
      "1990-01-02",
    ]);
    const twins = [...rows, ["Otto Weber Sr.", "1950-05-05"], ["Otto Weber Jr.", "1950-05-05"]];
    const { clusters } = (await link(table(["full_name", "birth_date"], twins))).clustering;
    expect(clusters[301]).not.toBe(clusters[300]);
  });

  it.each([
    ["no row", []],
    ["one row", [["Anna", "Weber"]]],
    [
      "rows without anything",
      [
        ["", ""],
        ["", ""],
        ["", ""],
      ],
    ],
    ["one name for all", Array.from({ length: 50 }, () => ["Anna", "Weber"])],
  ])("answers %s without a number that is none", async (_, rows) => {
    const { clustering, model } = await link(table(["forename", "surname"], rows));
    expect(clustering.clusters).toHaveLength(rows.length);
    for (const number of [
      model.lambda,
      ...model.m.flatMap((list) => [...list]),
      ...model.u.flatMap((list) => [...list]),
    ])
      expect(Number.isFinite(number)).toBe(true);
  });
});
