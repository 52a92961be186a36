import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scoreClusters } from "../../../test/cluster-score.ts";
import { madePeople } from "../../../test/made-people.ts";

const program = fileURLToPath(new URL("../../../bin/regulars.js", import.meta.url));
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "regulars-link-"))));
afterAll(() => rm(folder, { recursive: true }));

type Run = { readonly code: number; readonly out: string; readonly err: string };

function link(args: readonly string[], input = ""): Promise<Run> {
  return new Promise((resolve) => {
    // No home, no database: this command only reads files.
    const env = { PATH: process.env["PATH"]!, REGULARS_HOME: join(folder, "home") };
    const child = execFile(
      process.execPath,
      [program, "link", ...args],
      { env, maxBuffer: 1 << 26 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin!.end(input);
  });
}

async function fileOf(name: string, text: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const made = madePeople({ records: 1500, seed: "command" });
const header = ["id", ...made.fields.map((field) => field.toUpperCase())];
const csv = [header, ...made.rows.map((row, r) => [`p${r}`, ...row])].map((row) => row.join(",")).join("\n");
const map = made.fields.map((field) => `${field}=${field.toUpperCase()}`).join(",");

describe("regulars link", () => {
  it("writes a cluster for every row and tells in JSON how it was learned", async () => {
    const people = await fileOf("people.csv", csv);
    const out = join(folder, "clusters.csv");
    const run = await link([people, "--map", map, "--id", "id", "--out", out, "--json"]);
    expect(run.code).toBe(0);
    const [first, ...rows] = (await readFile(out, "utf8")).trimEnd().split("\n");
    expect(first).toBe("id,cluster,weight");
    expect(rows.map((row) => row.split(",")[0])).toEqual(made.rows.map((_, r) => `p${r}`));
    expect(
      scoreClusters(
        rows.map((row) => row.split(",")[1]!),
        made.person,
      ).f1,
    ).toBeGreaterThan(0.97);
    const report = JSON.parse(run.out) as Record<string, unknown>;
    expect(report).toMatchObject({ out, records: 1500, threshold: 0 });
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(["clusters", "lambda", "comparisons", "rules", "sessions", "warnings"]),
    );
    expect(run.err).toContain("1,500 rows");
    expect(existsSync(join(folder, "home"))).toBe(false);
  });

  it("reads standard input and writes standard output, packed if the name says so", async () => {
    const piped = await link(["-", "--map", map, "--id", "id", "--out", "-"], csv);
    expect(piped.code).toBe(0);
    expect(piped.out.split("\n")[0]).toBe("id,cluster,weight");
    const packed = join(folder, "clusters.csv.gz");
    expect((await link(["-", "--map", map, "--id", "id", "--out", packed], csv)).code).toBe(0);
    expect(gunzipSync(await readFile(packed)).toString()).toBe(piped.out);
  });

  it("takes a file with another dialect, a mark at its beginning and a field of its own", async () => {
    const text =
      '\ufeffNr;Vorname;Nachname;Geboren;Verein\r\n1;"An""na";Müller;02.01.1990;SV Blau-Weiß\r\n2;Anna;Muller;02.01.1990;SV Blau Weiss\r\n';
    const file = await fileOf("dialect.csv", text);
    const columns = "forename=Vorname,surname=Nachname,birth_date=Geboren,club=Verein";
    const out = join(folder, "dialect.out.csv");
    const run = await link([file, "--map", columns, "--id", "Nr", "--out", out, "--date-format", "DD.MM.YYYY"]);
    expect(run.code).toBe(0);
    expect((await readFile(out, "utf8")).split("\n")).toHaveLength(4);
  });

  it.each([
    ["id,f\n1,a\n1,b\n", 1, 'both have the id "1"'],
    ["id,f\n1,a\n,b\n", 1, "Line 3 has no id"],
    ["", 1, "is empty"],
    ["id,g\n1,a\n", 2, 'no column "f"'],
  ])("refuses %j with %i", async (text, code, why) => {
    const out = join(folder, "none.csv");
    const run = await link(["-", "--map", "forename=f", "--id", "id", "--out", out], text);
    expect(run).toMatchObject({ code, out: "" });
    expect(run.err).toContain(why);
    expect(existsSync(out)).toBe(false);
  });

  it("ends with 2 when it is used wrongly, with 1 where it cannot write", async () => {
    const people = await fileOf("few.csv", "id,f\n1,a\n2,b\n");
    const runs = await Promise.all(
      [
        ["--map", "forename=f", "--id", "id"],
        ["--map", "forename", "--id", "id", "--out", "x"],
        ["--map", "forename=f,forename=f", "--id", "id", "--out", "x"],
        ["--map", "", "--id", "id", "--out", "x"],
        ["--map", "forename=f", "--id", "id", "--out", "-", "--json"],
      ].map((args) => link([people, ...args])),
    );
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    const nowhere = await link([people, "--map", "forename=f", "--id", "id", "--out", join(folder, "no", "x.csv")]);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain("cannot be written");
  });
});
