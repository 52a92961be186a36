import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlaceholder, namesNobody, normaliseCode, normaliseEmail, normaliseName, normalisePhone } from "./index.ts";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string());

describe("an email address", () => {
  it.each([
    [" Anna.Weber+news@Example.DE ", "anna.weber+news@example.de"],
    ["anna@bücher.de", "anna@xn--bcher-kva.de"],
    ["ANNA＠ＥＸＡＭＰＬＥ．ＣＯＭ", "anna@example.com"],
    ["an\u200bna@example.com\u00ad", "anna@example.com"],
    ["用户@例え。jp", "用户@xn--r8jz45g.jp"],
    ["anna@example.com.", "anna@example.com"],
  ])("%j is compared as %j", (typed, key) => expect(normaliseEmail(typed)).toBe(key));

  it.each([
    "",
    "anna",
    "anna@",
    "@example.com",
    "anna@localhost",
    "an na@example.com",
    "a@b@example.com",
    "anna@1.2.3.4",
    "anna@-x.de",
    "anna@example..com",
    `${"a".repeat(65)}@example.com`,
    "anna\u0000@example.com",
    "anna@example.com\nbcc:x@y.de",
  ])("%j is none", (typed) => expect(normaliseEmail(typed)).toBeNull());
});

describe("a telephone number", () => {
  it.each([
    ["030 123456", "DE", "+4930123456"],
    ["+49 (0)30 / 12 34 56", "", "+4930123456"],
    ["0049 30 123456", "US", "+4930123456"],
    ["Tel.: (415) 555-2671 ext. 12", "us", "+14155552671"],
    ["1-800-FLOWERS", "US", "+18003569377"],
    ["+1 800 356 HELP", "DE", "+18003564357"],
    ["030 123456 Anna", "DE", "+4930123456"],
    ["٠٣٠١٢٣٤٥٦", "DE", "+4930123456"],
    ["０３０－１２３４５６", "DE", "+4930123456"],
    ["06 698 12345", "IT", "+390669812345"],
  ])("%j in %s is %s", (typed, region, e164) =>
    expect(normalisePhone(typed, region)).toEqual({ value: e164, e164: true }),
  );

  it.each([
    ["12345", "DE", "12345"],
    ["030  123456", "", "030 123456"],
    ["  ask\tMaya ", "DE", "ask Maya"],
    ["+999 123 456 789", "DE", "+999 123 456 789"],
    ["555-0100", "US", "555-0100"],
    ["", "DE", ""],
  ])("%j in %j stays as written and links nothing", (typed, region, value) =>
    expect(normalisePhone(typed, region)).toEqual({ value, e164: false }),
  );
});

describe("a code", () => {
  it("keeps its case and inner signs", () => expect(normaliseCode("  AbC-01/ß ")).toBe("AbC-01/ß"));
  it("is one spelling for one text", () => expect(normaliseCode("Cafe\u0301")).toBe("Café"));
  it.each(["", "   ", "a\u001fb", "a\u0000", "a\nb", "\ud800", "x".repeat(256)])("refuses %j", (code) =>
    expect(normaliseCode(code)).toBeNull(),
  );
});

describe("a name", () => {
  it.each([
    ["Weber, Anna", "anna weber"],
    ["Weber, Dr. Anna Maria", "anna maria weber"],
    ["Anna Weber, PhD", "anna weber"],
    ["  Dr. med. dent.  Müller-Lüdenscheidt ", "muller ludenscheidt"],
    ["Seán O’Brien Jr.", "sean obrien"],
    ["Mrs. Strauß", "strauss"],
    ["Łukasz Żółw", "lukasz zolw"],
    ["Ærøskøbing", "aeroskobing"],
    ["ΓΙΆΝΝΗΣ Παπαδόπουλος", "γιαννησ παπαδοπουλοσ"],
    ["Андрей Королёв", "андрей королев"],
    ["が か", "が か"],
    ["प्रिया शर्मा", "प्रिया शर्मा"],
    ["أحمد", "احمد"],
    ["山田　太郎", "山田 太郎"],
    ["Ａｎｎａ　🌸", "anna"],
    ["Lord", "lord"],
    ["İlker", "ilker"],
    ["-- . --", ""],
  ])("%j is compared as %j", (typed, key) => expect(normaliseName(typed)).toBe(key));
});

describe("whatever is typed", () => {
  it("is answered, and normalising again changes nothing", () => {
    const regions = fc.constantFrom("DE", "US", "", "ZZ", "\u0000");
    const check = fc.property(anyText, regions, (text, region) => {
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      for (const normalise of [normaliseEmail, normaliseCode]) {
        const once = normalise(text);
        expect(once === null ? null : normalise(once)).toBe(once);
      }
      const phone = normalisePhone(text, region);
      expect(normalisePhone(phone.value, region)).toEqual(phone);
    });
    expect(fc.check(check, { numRuns: 3000 }).counterexample).toBeNull();
  });

  it("is an address again when an address was made of it", () => {
    const parts = fc.tuple(fc.string({ unit: "grapheme", minLength: 1 }), fc.domain());
    const check = fc.property(parts, ([mailbox, domain]) => {
      const once = normaliseEmail(`${mailbox}@${domain}`);
      return once === null || normaliseEmail(once) === once;
    });
    expect(fc.check(check, { numRuns: 2000 }).counterexample).toBeNull();
  });

  it("holds no control characters afterwards", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const value of [
          normaliseEmail(text),
          normaliseCode(text),
          normaliseName(text),
          normalisePhone(text, "DE").value,
        ]) {
          expect(value ?? "").not.toMatch(/\p{Cc}/u);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a placeholder", () => {
  it.each([
    ["email", "test@test.com"],
    ["email", "noreply@shop.de"],
    ["email", "none@none.com"],
    ["phone", "0000000"],
    ["phone", "+4900000000"],
    ["phone", "+14159999999"],
    ["name", "guest"],
    ["name", "unknown"],
    ["name", "n a"],
    ["name", "guest 12"],
    ["name", "unknown guest"],
    ["name", "4"],
    ["user id", "N/A"],
    ["user id", "0"],
    ["user id", "null"],
    ["loyalty", "0000000"],
    ["loyalty", "99999999"],
    ["card", "-"],
    ["booking", "none"],
    ["device", "undefined"],
  ] as const)("%s %j names nobody", (kind, value) => expect(isPlaceholder(kind, value)).toBe(true));

  it.each([
    ["email", "anna@example.com"],
    ["email", "test@example.de.com"],
    ["email", "guest.mary@gmail.com"],
    ["phone", "+4930123456"],
    ["name", "anna weber"],
    ["name", "john doe"],
    ["name", "x ae"],
    ["name", "na no"],
    ["name", "christopher guest"],
    ["name", "anna 2"],
    ["user id", "12345"],
    ["user id", "1"],
    ["user id", "111"],
    ["loyalty", "7"],
    ["booking", "AAAAAA"],
    ["device", "a"],
  ] as const)("%s %j may be somebody", (kind, value) => expect(isPlaceholder(kind, value)).toBe(false));

  it.each(["Guest", "N/A", "UNKNOWN", " - ", "Mr. Test", "Walk-in customer", "Gast 3"])(
    "is what %j is as a name",
    (name) => expect(namesNobody(name)).toBe(true),
  );

  it.each(["Anna Guest", "Na Li", "山田太郎", "Ng", "Nan Goldin"])("is not what %j is as a name", (name) =>
    expect(namesNobody(name)).toBe(false),
  );
});
