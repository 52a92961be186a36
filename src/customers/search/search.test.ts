import { beforeEach, describe, expect, it } from "vitest";
import { namedId } from "../../foundation/ids.ts";
import type { Kind } from "../kind.ts";
import { NameIndex } from "./name-index.ts";
import { search } from "./search.ts";

let index: NameIndex;
const idOf = (text: string): string => namedId("test", text);

/** A person with an account and whatever else is given. */
function add(name: string, others: Partial<Record<Kind, string>> = {}): string {
  const customer = idOf(name);
  const all: [Kind, string][] = [["user id", `u-${name}`], ...(Object.entries(others) as [Kind, string][])];
  all.forEach(([kind, value], i) =>
    index.know({
      id: i === 0 ? customer : idOf(`${kind} ${value}`),
      customer,
      kind,
      value,
      names: i === 0 ? [{ text: name, seen: 1 }] : [],
    }),
  );
  return customer;
}

const names = (query: string, limit = 10): (string | null)[] => search(index, query, { limit }).map(({ name }) => name);

beforeEach(() => {
  index = new NameIndex();
  add("Anna Weber", { phone: "+4930123456", email: "anna.w@example.com" });
  add("Robert Müller", { phone: "+493098764711", loyalty: "C-1001" });
  add("Margaret O'Brien", { phone: "+14155552671" });
  add("Андрей Королёв");
  add("王小明");
  add("Hans-Peter Schmidt");
  add("Annemarie Schulz");
  add("Otto Weber");
  for (let i = 0; i < 30; i++)
    add(`${["Jan", "Eva", "Leo", "Mia", "Ben"][i % 5]} Fremd${String.fromCharCode(97 + i / 5)}`);
});

describe("looking for somebody by name", () => {
  it.each([
    ["anna weber", "Anna Weber", "the same name"],
    ["Weber, Anna", "Anna Weber", "the same name"],
    ["anan weber", "Anna Weber", "“anan” is one slip from “anna”"],
    ["ana webre", "Anna Weber", "“webre” is one slip from “weber”"],
    ["anba eeber", "Anna Weber", "“eeber” is one slip from “weber”"],
    ["anna eeger", "Anna Weber", "“eeger” is two slips from “weber”"],
    ["bob mueller", "Robert Müller", "“bob” and “robert” are used for each other"],
    ["peggy obrien", "Margaret O'Brien", "“peggy” and “margaret” are used for each other"],
    ["margxret o brien", "Margaret O'Brien", "“margxret” is one slip from “margaret”"],
    ["andrei korolev", "Андрей Королёв", "written “Андрей Королёв”"],
    ["андрей", "Андрей Королёв", "the same name"],
    ["wang xiaoming", "王小明", "written “王小明”"],
    ["王小", "王小明", "“王小明” begins with “王小”"],
    ["anna we", "Anna Weber", "“weber” begins with “we”"],
    ["a weber", "Anna Weber", "“a” is the initial of “anna”"],
    ["hanspeter schmidt", "Hans-Peter Schmidt", "the same name"],
    ["anne marie schulz", "Annemarie Schulz", "the same name"],
    ["annaweber", "Anna Weber", "the same name"],
    ["an na weber", "Anna Weber", "the same name"],
    ["anna maria weber", "Anna Weber", "“maria” is not in the name"],
    ["weber gmbh", "Anna Weber", "“gmbh” is not in the name"],
    ["vebber otto", "Otto Weber", "“vebber” sounds like “weber”"],
  ])("%j finds %s: %s", (query, name, reason) => {
    const matches = search(index, query);
    const match = matches.find((one) => one.name === name);
    expect(match?.reasons).toContain(reason);
    expect(matches.indexOf(match!)).toBeLessThan(2);
  });

  it("puts the closer name first", () => {
    add("Anne Weber");
    expect(names("anne weber").slice(0, 2)).toEqual(["Anne Weber", "Anna Weber"]);
  });

  it("is surer of a rare name than of a common one, and sure of nothing it never heard", () => {
    for (let i = 0; i < 20; i++)
      index.know({
        id: idOf(`m${i}`),
        customer: idOf(`m${i}`),
        kind: "user id",
        value: `m${i}`,
        names: [{ text: "Maria Klein", seen: 1 }],
      });
    expect(search(index, "robert muller")[0]!.score).toBeGreaterThan(0.5);
    expect(search(index, "maria klein")[0]!.score).toBeLessThan(0.1);
    expect(search(index, "xylophon quasi")).toEqual([]);
  });

  it("lets who comes here often stand before a namesake", () => {
    const first = add("Anna Weber ");
    const row = index.row(first);
    expect(search(index, "anna weber", { prior: (customer) => (customer === row ? 50 : 1) })[0]).toMatchObject({
      customer: first,
    });
  });

  it.each(["", "   ", "%", "'; drop table", "\u0000", "🙂", "a".repeat(10_000), "+", "@", "((("])(
    "answers %j without complaint",
    (query) => expect(Array.isArray(search(index, query))).toBe(true),
  );
});

describe("looking for somebody by a part of a number or an address", () => {
  it.each([
    ["4711", "Robert Müller", "phone ends in 4711"],
    ["711", "Robert Müller", "phone ends in 711"],
    ["030 1234", "Anna Weber", "phone begins with 0301234"],
    ["+49 (30) 1234", "Anna Weber", "phone begins with 49301234"],
    ["030123456", "Anna Weber", "phone ends in 030123456"],
    ["55526", "Margaret O'Brien", "phone contains 55526"],
    ["anna.w", "Anna Weber", "e-mail address or number begins with “anna.w”"],
    ["Anna.W@exa", "Anna Weber", "e-mail address begins with “Anna.W@exa”"],
    ["c-10", "Robert Müller", "e-mail address or number begins with “c-10”"],
    ["4711 r m", "Robert Müller", "“r” is the initial of “robert”"],
    ["bob 4711", "Robert Müller", "“bob” and “robert” are used for each other"],
  ])("%j finds %s: %s", (query, name, reason) => {
    const match = search(index, query)[0];
    expect(match).toMatchObject({ name });
    expect(match!.reasons).toContain(reason);
  });
});

describe("what is known of somebody", () => {
  it("may be told again without a change", () => {
    const before = [index.names.count, search(index, "anna weber")];
    add("Anna Weber", { phone: "+4930123456", email: "anna.w@example.com" });
    expect([index.names.count, search(index, "anna weber")]).toEqual(before);
  });

  it("follows a new name, and leaves the old one", () => {
    index.know({
      id: idOf("Anna Weber"),
      customer: idOf("Anna Weber"),
      kind: "user id",
      value: "",
      names: [{ text: "Anna Krause", seen: 2 }],
    });
    expect(names("anna krause")[0]).toBe("Anna Krause");
    expect(names("anna weber")).not.toContain("Anna Weber");
    expect(names("3456")).toEqual(["Anna Krause"]);
  });

  it("follows two customers who turn out to be one, and back", () => {
    const [anna, otto] = [idOf("Anna Weber"), idOf("Otto Weber")];
    const join = (customer: string): void =>
      index.know({
        id: otto,
        customer,
        kind: "user id",
        value: "u-Otto Weber",
        names: [{ text: "Otto Weber", seen: 5 }],
      });
    const customers = index.people.customers;
    join(anna);
    expect(search(index, "otto weber")[0]).toMatchObject({ customer: anna, name: "Otto Weber" });
    expect(names("3456")).toEqual(["Otto Weber"]);
    join(otto);
    expect(search(index, "otto weber")[0]).toMatchObject({ customer: otto });
    expect(index.people.customers).toBe(customers);
  });

  it("is gone after it is forgotten", () => {
    for (const id of ["Anna Weber", "phone +4930123456", "email anna.w@example.com"]) index.forget(idOf(id));
    for (const query of ["anna weber", "3456", "anna.w", "030 1234"]) expect(names(query)).not.toContain("Anna Weber");
  });
});
