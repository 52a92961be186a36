import { describe, expect, it } from "vitest";
import { datesIn, heldDate, likenessOfDates } from "./birth-date.ts";

describe("a birth date among what was typed", () => {
  it.each([
    ["anna weber 1985-03-12", "19850312"],
    ["12.3.1985 anna weber", "19850312"],
    ["anna weber, 12/03/85", "19850312"],
    ["anna weber 03/12/1985", "19850312"],
    ["anna 12 3 1985", "19850312"],
    ["weber 19850312", "19850312"],
    ["weber 12031985", "19850312"],
    ["weber 120385", "19850312"],
    ["weber 850312", "19850312"],
    ["born 12 March 1985", "19850312"],
    ["born on March 12th, 1985", "19850312"],
    ["12. März 1985", "19850312"],
    ["12 de marzo de 1985", "19850312"],
    ["le 12 mars 1985", "19850312"],
    ["1985/3/12", "19850312"],
    ["12-03-2004", "20040312"],
    ["1985-13-42", "19851342"],
  ])("%j may be %s", (text, date) => expect(datesIn(text).dates).toContain(date));

  it.each(["anna weber", "030 1234", "+49 30 123456", "sw1a 1aa", "weber 3", "anna 12 samba 1985", "1.2", "99999"])(
    "%j is none",
    (text) => expect(datesIn(text).dates).toEqual([]),
  );

  it("is taken out of the rest, but for digits that may be a telephone number", () => {
    expect(datesIn("anna 12.3.1985 weber").rest.split(/\s+/)).toEqual(["anna", "weber"]);
    expect(datesIn("anna 19850312").rest).toBe("anna 19850312");
  });

  it("is read from a fact in whatever writing the source has", () => {
    expect(["1985-03-12", "19850312", "12.03.1985", "", "unknown"].map(heldDate)).toEqual([
      19850312, 19850312, 19850312, 0, 0,
    ]);
  });

  it.each([
    ["19850312", "same"],
    ["19851203", "swapped"],
    ["19850321", "slip"],
    ["19580312", "slip"],
    ["19850313", "slip"],
    ["19850328", "two parts"],
    ["19760312", "two parts"],
    ["19860314", "slips"],
    ["19401127", "other"],
  ])("12 March 1985 and %s: %s", (other, likeness) => expect(likenessOfDates(other, "19850312")).toBe(likeness));
});
