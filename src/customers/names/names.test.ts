import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseName } from "../normalise/index.ts";
import { areNicknames, namesAgree, nicknamesOf } from "./index.ts";

const agree = (a: string, b: string) => namesAgree(normaliseName(a), normaliseName(b));

describe("two names", () => {
  it.each([
    ["Anna Weber", "Anna Schmidt", "she married"],
    ["Anna Weber", "A. Weber", "an initial"],
    ["Anna Weber", "Annie Weber", "a nickname"],
    ["Bob Stone", "Rob Stone", "two nicknames of Robert"],
    ["Anna Weber", "Anan Weber", "a slip"],
    ["Weber Anna", "Anna Weber", "exchanged"],
    ["Weber A", "Anna Weber", "exchanged, an initial"],
    ["Weber, Anna", "Dr. Anna Weber", "with title"],
    ["Anna Maria Weber", "Anna Weber", "a second forename"],
    ["Hans-Peter Weber", "Hanspeter Weber", "one word or two"],
    ["Frau Weber", "Anna Weber", "a surname alone"],
    ["Anna", "Anna Weber", "a forename alone"],
    ["Анна Вебер", "Anna Weber", "Cyrillic"],
    ["Саша Петров", "Alexander Petrov", "a nickname in Cyrillic"],
    ["Γιώργος Παπάς", "Giorgos Papas", "Greek"],
    ["山田 太郎", "山田太郎", "with and without a space"],
    ["王伟", "Wang Wei", "Chinese in Latin letters"],
    ["", "Anna Weber", "nothing said"],
  ])("%s and %s may be one person's: %s", (a, b) => expect(agree(a, b)).toBe(true));

  it.each([
    ["Anna Weber", "Ben Weber", "a couple"],
    ["Anna Weber", "Weber Otto", "a couple, one of them surname first"],
    ["Tim Weber", "Tom Weber", "a slip in a short name is another name"],
    ["Maria Weber", "Anna Maria Weber", "mother and daughter"],
    ["Alexander Weber", "Alexandra Weber", "both are Alex, but two slips lie between"],
    ["A. Weber", "B. Weber", "two initials"],
    ["山田 太郎", "山田 花子", "one family"],
    ["김민수", "김민주", "one sign another"],
    ["王小明", "王小红", "one sign another"],
    ["Weber", "Schmidt", "two surnames"],
  ])("%s and %s are two people's: %s", (a, b) => expect(agree(a, b)).toBe(false));

  const word = fc.constantFrom(
    "anna",
    "anan",
    "ben",
    "a",
    "b",
    "weber",
    "bob",
    "rob",
    "robert",
    "анна",
    "山田",
    "太郎",
    "alex",
    "sasha",
    "maria",
    "o",
    "wang",
    "wei",
  );
  const name = fc.oneof(
    fc.array(word, { maxLength: 4 }).map((words) => words.join(" ")),
    fc.string({ unit: "binary" }).map(normaliseName),
  );

  it("agree with themselves, and either way round", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(namesAgree(a, a)).toBe(true);
        expect(namesAgree(a, b)).toBe(namesAgree(b, a));
      }),
      { numRuns: 5000 },
    );
  });
});

describe("nicknames", () => {
  it.each([
    ["bob", "robert"],
    ["peggy", "margaret"],
    ["pepe", "jose"],
    ["sepp", "josef"],
    ["gosia", "malgorzata"],
    ["sasha", "aleksandr"],
    ["beppe", "giuseppe"],
    ["wim", "willem"],
    ["chico", "francisco"],
    ["kees", "cornelis"],
    ["manu", "emmanuel"],
    ["alex", "sasha"],
  ])("%s and %s", (a, b) =>
    expect([areNicknames(a, b), areNicknames(b, a), nicknamesOf(a).includes(b)]).toEqual([true, true, true]),
  );
  it.each([
    ["alexander", "alexandra"],
    ["anna", "robert"],
    ["", "anna"],
    ["constructor", "anna"],
  ])("but not %s and %s", (a, b) => expect(areNicknames(a, b)).toBe(false));
  it("an unknown name has none", () => expect(nicknamesOf("xylophon")).toEqual([]));
});
