import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { namedId } from "../../foundation/ids.ts";
import { osaDistance } from "../../statistics/text/index.ts";
import type { DetailKind } from "./held-details.ts";
import { NameIndex } from "./name-index.ts";
import { search } from "./search.ts";

// Reference data that is not part of this project: looked for in REGULARS_SHARED/data, else ../shared/data.
const folder = join(process.env["REGULARS_SHARED"] ?? "../shared", "data/febrl");
const isHere = existsSync(join(folder, "dataset4b.csv.gz"));

type Field = "given_name" | "surname" | "date_of_birth" | "postcode" | "suburb" | "address_1";
type Person = Readonly<Record<Field | "rec_id", string>>;
type Said = readonly Field[];

const detailFields = {
  date_of_birth: "birth date",
  postcode: "postcode",
  suburb: "town",
  address_1: "street",
} as const;
const names = ["given_name", "surname"] as const;

/** The same date as one and another would say it. */
const writings = [
  (date: string) => date,
  (date: string) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
  (date: string) => `${Number(date.slice(6))}.${Number(date.slice(4, 6))}.${date.slice(0, 4)}`,
  (date: string) => `${date.slice(6)}/${date.slice(4, 6)}/${date.slice(0, 4)}`,
  (date: string) => `${date.slice(6)}/${date.slice(4, 6)}/${date.slice(2, 4)}`,
];

/**
 * 5,000 people are known as the file's first half has them, and asked for as the second half does: with slips, parts
 * exchanged and parts missing. Who is who is taken from the ids, and used for nothing but counting.
 */
describe.skipIf(!isHere)(
  `5,000 people asked for by their corrupted twins${isHere ? "" : ` (skipped: ${folder})`}`,
  () => {
    const [known, asked] = isHere ? [read("dataset4a"), read("dataset4b")] : [[], []];
    const index = indexOf(known);

    // What was measured, a little rounded down. The aim, .97 and .995, is met by name, birth date and postcode.
    it.each<[string, Said, number, number]>([
      ["name", names, 0.8, 0.87],
      ["name, birth date", [...names, "date_of_birth"], 0.97, 0.98],
      ["name, postcode", [...names, "postcode"], 0.97, 0.985],
      ["name, birth date, postcode", [...names, "date_of_birth", "postcode"], 0.995, 0.997],
      ["name, birth date, town", [...names, "date_of_birth", "suburb"], 0.985, 0.99],
      [
        "name, birth date, postcode, town, street",
        [...names, "date_of_birth", "postcode", "suburb", "address_1"],
        0.995,
        0.997,
      ],
    ])("by %s", (what, said, atFirst, amongFive) => {
      const places = asked.map((person, n) => placeOf(person, textOf(person, said, n)));
      const share = (most: number): number =>
        places.filter((place) => place >= 0 && place < most).length / asked.length;
      const complete = asked.filter((person) => said.every((field) => person[field] !== "")).length / asked.length;
      console.log(
        `febrl4 by ${what}: top-1 ${share(1).toFixed(4)}, top-5 ${share(5).toFixed(4)}; all of it is there in ${complete.toFixed(3)}`,
      );
      expect(share(1)).toBeGreaterThan(atFirst);
      expect(share(5)).toBeGreaterThan(amongFive);
    });

    it("by three parts of what they have, other ones for each", () => {
      const partly: readonly Said[] = [
        ["given_name", "date_of_birth", "postcode"],
        ["surname", "date_of_birth", "postcode"],
        [...names, "date_of_birth"],
        [...names, "postcode"],
        [...names, "suburb"],
      ];
      const places = asked.map((person, n) => placeOf(person, textOf(person, partly[n % partly.length]!, n)));
      const share = (most: number): number =>
        places.filter((place) => place >= 0 && place < most).length / asked.length;
      console.log(`febrl4 by three parts by turns: top-1 ${share(1).toFixed(4)}, top-5 ${share(5).toFixed(4)}`);
      expect(share(1)).toBeGreaterThan(0.94);
      expect(share(5)).toBeGreaterThan(0.95);
    });

    it("cannot be found by names alone: too many of them are as close to another person's, or closer", () => {
      const sample = asked.filter((_, n) => n % 10 === 0);
      const shares = sample.map((person) => {
        const closest = closestNames(person, known);
        return closest.some((one) => idOf(one) === idOf(person)) ? 1 / closest.length : 0;
      });
      const share = shares.reduce((sum, one) => sum + one, 0) / sample.length;
      console.log(`febrl4 by the closest name, ties shared out: ${share.toFixed(3)}`);
      expect(share).toBeLessThan(0.97);
    });

    function placeOf(person: Person, text: string): number {
      return search(index, text).findIndex(({ customer }) => customer === idOf(person));
    }
  },
);

function read(name: string): Person[] {
  return parse(gunzipSync(readFileSync(join(folder, `${name}.csv.gz`))), { columns: true, trim: true }) as Person[];
}

function indexOf(people: readonly Person[]): NameIndex {
  const index = new NameIndex();
  for (const person of people) {
    const id = idOf(person);
    const name = nameOf(person);
    const details = (Object.entries(detailFields) as [Field, DetailKind][]).filter(([field]) => person[field] !== "");
    index.know({
      id,
      customer: id,
      kind: "user id",
      value: id,
      names: name === "" ? [] : [{ text: name, seen: 1 }],
      details: details.map(([field, kind]) => ({ kind, text: person[field], seen: 1 })),
    });
  }
  index.settle();
  return index;
}

function textOf(person: Person, said: Said, n: number): string {
  const inWords = (field: Field): string =>
    field === "date_of_birth" && person[field].length === 8
      ? writings[n % writings.length]!(person[field])
      : person[field];
  return said.map(inWords).filter(Boolean).join(" ");
}

function idOf({ rec_id }: Person): string {
  return namedId("febrl", rec_id.split("-")[1]!);
}

function nameOf({ given_name, surname }: Person): string {
  return [given_name, surname].filter(Boolean).join(" ");
}

/** Everybody whose name is as few slips away as anybody's, in either order. */
function closestNames(person: Person, known: readonly Person[]): Person[] {
  const typed = nameOf(person);
  let [least, closest]: [number, Person[]] = [Infinity, []];
  for (const one of known) {
    const slips = Math.min(
      osaDistance(typed, nameOf(one)),
      osaDistance(typed, `${one.surname} ${one.given_name}`.trim()),
    );
    if (slips < least) [least, closest] = [slips, []];
    if (slips === least) closest.push(one);
  }
  return closest;
}
