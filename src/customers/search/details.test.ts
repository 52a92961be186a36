import { beforeEach, describe, expect, it, vi } from "vitest";
import { namedId } from "../../foundation/ids.ts";
import type { DetailKind } from "./held-details.ts";
import { NameIndex } from "./name-index.ts";
import { search } from "./search.ts";

type Details = Partial<Record<DetailKind, string>>;

let index: NameIndex;
const idOf = (text: string): string => namedId("test", text);

function add(key: string, name: string | null, details: Details = {}, phone?: string): string {
  const id = idOf(key);
  index.know({
    id,
    customer: id,
    kind: "user id",
    value: key,
    names: name === null ? [] : [{ text: name, seen: 1 }],
    details: Object.entries(details).map(([kind, text]) => ({ kind: kind as DetailKind, text, seen: 1 })),
  });
  if (phone) index.know({ id: idOf(phone), customer: id, kind: "phone", value: phone, names: [] });
  return id;
}

const found = (text: string) => search(index, text);
const first = (text: string) => found(text)[0];

beforeEach(() => {
  index = new NameIndex();
  add("anna-85", "Anna Weber", { "birth date": "1985-03-12", postcode: "10115", town: "Berlin", street: "Rosenweg" });
  add("anna-51", "Anna Weber", {
    "birth date": "1951-11-30",
    postcode: "80331",
    town: "München",
    street: "Hauptstrasse",
  });
  add("anna-?", "Anna Weber");
  add("otto", "Otto Maier", { "birth date": "1985-03-12", postcode: "10115", town: "Berlin" }, "+493055504711");
  add("ada", "Ada Byron", { postcode: "SW1A 1AA", town: "London", street: "St James's Square" });
  for (let i = 0; i < 60; i++)
    add(`other-${i}`, `Person${String.fromCharCode(97 + (i % 26))} Fremd${String.fromCharCode(97 + (i % 13))}`, {
      "birth date": `19${20 + i}-0${1 + (i % 9)}-1${i % 10}`,
      postcode: String(20_000 + 37 * i),
      town: ["Hamburg", "Bremen", "Kiel"][i % 3]!,
    });
});

describe("a name with something besides", () => {
  it.each([
    ["anna weber 1985-03-12", "anna-85", "same birth date"],
    ["anna weber 12.3.1985", "anna-85", "same birth date"],
    ["12/03/85 weber", "anna-85", "same birth date"],
    ["anna weber 19850312", "anna-85", "same birth date"],
    ["anna weber 3.12.1985", "anna-85", "birth date with day and month exchanged"],
    ["anna weber 21.3.1985", "anna-85", "birth date one digit off"],
    ["anna weber 12.3.1958", "anna-85", "birth date one digit off"],
    ["anna weber 12.3.1976", "anna-85", "birth date differs in day, month or year"],
    ["anna weber 30.11.1951", "anna-51", "same birth date"],
    ["anna weber 10115", "anna-85", "same postcode"],
    ["anna weber 10151", "anna-85", "postcode one digit off"],
    ["80331 anna", "anna-51", "same postcode"],
    ["anna weber berlin", "anna-85", "same town"],
    ["anna weber berlni", "anna-85", "town spelt differently"],
    ["weber, hauptstrasse", "anna-51", "same street"],
    ["anna weber muenchen", "anna-51", "town spelt differently"],
    ["anna weber münchen", "anna-51", "same town"],
    ["ada sw1a 1aa", "ada", "same postcode"],
    ["byron london", "ada", "same town"],
    ["anan wbeer 12.3.1985 berlin", "anna-85", "same birth date"],
    ["maier 12.3.1985 4711", "otto", "phone ends in 4711"],
    ["otto 10115 4711", "otto", "same postcode"],
    ["otto 030 55504", "otto", "phone begins with 03055504"],
    ["5550471", "otto", "phone contains 5550471"],
  ])("%j finds %s: %s", (text, key, reason) => {
    expect(first(text)).toMatchObject({ customer: idOf(key) });
    expect(first(text)!.reasons).toContain(reason);
  });

  it("is surer than the name alone, and one that contradicts it is less sure", () => {
    const score = (text: string, key: string) => found(text).find(({ customer }) => customer === idOf(key))!.score;
    expect(score("anna weber 12.3.1985", "anna-85")).toBeGreaterThan(2 * score("anna weber", "anna-85"));
    expect(score("anna weber 12.3.1985", "anna-51")).toBeLessThan(score("anna weber", "anna-51") / 5);
  });

  it("leaves who told us nothing between those for whom it speaks and those against whom", () => {
    const order = found("anna weber 12.3.1985").map(({ customer }) => customer);
    expect(order.slice(0, 3)).toEqual([idOf("anna-85"), idOf("anna-?"), idOf("anna-51")]);
    expect(found("anna weber 12.3.1985")[1]!.reasons).toEqual(["the same name"]);
    expect(found("anna weber 12.3.1985")[2]!.reasons).toContain("another birth date");
  });

  it("finds by a birth date alone all who were born then, in the order of their ids", () => {
    const both = [idOf("anna-85"), idOf("otto")].sort();
    expect(
      found("12.3.1985")
        .slice(0, 2)
        .map(({ customer }) => customer),
    ).toEqual(both);
  });

  it("does not tell which street or town is known of somebody", () => {
    const reasons = found("anna weber berln rosenwg")
      .flatMap(({ reasons }) => reasons)
      .join(" ")
      .toLowerCase();
    expect(reasons).not.toMatch(/berlin|rosenweg|münchen|haupt/);
  });

  it("writes nothing anywhere", () => {
    const written = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    for (const text of ["anna weber 12.3.1985 10115 berlin", "\u0000 1985-99-99", "9".repeat(300)]) found(text);
    for (const spy of written) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  it.each(["00000000", "1.1.1", "1985-", "31.12.99 99999 99999", "é".repeat(300), `${"weber ".repeat(40)}12.3.1985`])(
    "answers %j without complaint",
    (text) => expect(Array.isArray(found(text))).toBe(true),
  );
});

describe("what is known besides the name", () => {
  it("does not change who is found by a plain name", () => {
    const bare = new NameIndex();
    const told = [
      ["anna-85", "Anna Weber"],
      ["otto", "Otto Maier"],
    ] as const;
    const full = (index = new NameIndex());
    for (const [key, name] of told) {
      add(key, name, { "birth date": "1985-03-12", postcode: "10115", town: "Berlin" });
      bare.know({ id: idOf(key), customer: idOf(key), kind: "user id", value: key, names: [{ text: name, seen: 1 }] });
    }
    for (const text of ["anna weber", "otto", "ana webre", "maier o"])
      expect(search(full, text)).toEqual(search(bare, text));
  });

  it("is what was told last, and nothing once it is forgotten", () => {
    const tell = (...dates: [string, number][]) =>
      index.know({
        id: idOf("otto"),
        customer: idOf("otto"),
        kind: "user id",
        value: "otto",
        names: [{ text: "Otto Maier", seen: 1 }],
        details: dates.map(([text, seen]) => ({ kind: "birth date", text, seen })),
      });
    tell(["1990-07-08", 5], ["1985-03-12", 2]);
    expect(first("maier 8.7.1990")!.reasons).toContain("same birth date");
    expect(found("12.3.1985").map(({ customer }) => customer)).not.toContain(idOf("otto"));
    tell();
    expect(first("maier 8.7.1990")!.reasons).toEqual(["the same name"]);
    index.forget(idOf("anna-85"));
    expect(found("anna weber 12.3.1985 berlin").map(({ customer }) => customer)).not.toContain(idOf("anna-85"));
  });

  it("costs nothing where nobody told any, and where all did some 70 bytes beside five megabytes", () => {
    const bare = (index = new NameIndex());
    for (let i = 0; i < 20_000; i++) add(`p${i}`, `Anna Weber`);
    bare.settle();
    expect(bare.bytes.details).toBe(0);
    const full = (index = new NameIndex());
    for (let i = 0; i < 20_000; i++) {
      const [town, street] = [`${"abcdefghij"[i % 10]!}stadt`, `${"klmnopqrst"[i % 9]!}weg`];
      add(`p${i}`, `Anna Weber`, {
        "birth date": `${1940 + (i % 60)}-05-1${i % 10}`,
        postcode: String(10_000 + (i % 500)),
        town,
        street,
      });
    }
    full.settle();
    expect((full.bytes.details - 5_000_000) / 20_000).toBeLessThan(70);
  });
});

it("puts equals in the order of their ids, whoever came first", () => {
  const keys = ["a", "b", "c", "d", "e"];
  const orders = [keys, keys.toReversed()].map((keys) => {
    index = new NameIndex();
    for (const key of keys) add(key, "Anna Weber", { "birth date": "1985-03-12" });
    return [found("anna weber"), found("anna weber 12.3.1985")].map((all) => all.map(({ customer }) => customer));
  });
  expect(orders[0]).toEqual(orders[1]);
  expect(orders[0]![0]).toEqual(keys.map(idOf).sort());
});
