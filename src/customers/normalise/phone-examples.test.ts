import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { normalisePhone } from "./index.ts";

// Reference data that is not part of this project: looked for in REGULARS_SHARED/data, else ../shared/data.
const file = join(process.env["REGULARS_SHARED"] ?? "../shared", "data/phone_numbers/example_numbers.csv.gz");
const isHere = existsSync(file);

type Example = {
  region: string;
  national_number: string;
  e164: string;
  international: string;
  national: string;
  valid_in_npm_3_2_47: string;
};
const examples = isHere ? (parse(gunzipSync(readFileSync(file)), { columns: true }) as Example[]) : [];
// Benin went over to ten digits; the numbering plan in use here is newer than the file and has no eight-digit numbers left.
const isWithdrawn = (one: Example) => one.region === "BJ" && one.e164.length === 12;
const valid = examples.filter((one) => one.valid_in_npm_3_2_47 === "true" && !isWithdrawn(one));
const e164 = (text: string, region: string): string | null => {
  const { value, e164 } = normalisePhone(text, region);
  return e164 ? value : null;
};

describe.skipIf(!isHere)(`example numbers of 149 regions${isHere ? "" : ` (skipped: ${file} is missing)`}`, () => {
  it.each([
    ["as dialled abroad, no region given", (one: Example) => e164(one.international, "")],
    [
      "as dialled abroad, in another region",
      (one: Example) => e164(one.international, one.region === "DE" ? "FR" : "DE"),
    ],
    ["as dialled at home", (one: Example) => e164(one.national, one.region)],
    ["with spaces and a label", (one: Example) => e164(`  Tel.:  ${one.international.replaceAll(" ", "  ")} `, "")],
    [
      "with brackets and dashes",
      (one: Example) => e164(one.international.replace(/ (\d+) /, " ($1) ").replaceAll(" ", "-"), ""),
    ],
    ["with an extension", (one: Example) => e164(`${one.international} ext. 1234`, "")],
  ])("reads them %s", (_, read) => {
    const wrong = valid
      .filter((one) => read(one) !== one.e164)
      .map((one) => [one.region, one.national, one.e164, read(one)]);
    expect(wrong).toEqual([]);
  });

  it("refuses the five that are valid no longer", () => {
    const gone = examples.filter((one) => one.valid_in_npm_3_2_47 === "false");
    expect(gone).toHaveLength(5);
    for (const one of gone) {
      expect(e164(one.international, "")).toBeNull();
      expect(e164(one.national, one.region)).toBeNull();
    }
  });
});
