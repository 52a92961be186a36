import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvLine, safeForSpreadsheet } from "./csv-line.ts";
import { openTable, type Table } from "./open-table.ts";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "regulars-csv-"))));
afterAll(() => rm(folder, { recursive: true }));

async function tableOf(content: string | Buffer, name = "guests.csv"): Promise<Table> {
  await writeFile(join(folder, name), content);
  return openTable(join(folder, name));
}

async function contentOf(table: Table): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const some of table.rows) for (const row of some) rows.push([...row.fields]);
  return rows;
}

const guests = "name;paid\nZoë;1,50 €\nJürgen;2,00\n";
const asRows = [
  ["Zoë", "1,50 €"],
  ["Jürgen", "2,00"],
];

describe("opening a table", () => {
  it.each([
    ["UTF-8", Buffer.from(guests)],
    ["UTF-8", Buffer.from(`\uFEFF${guests}`)],
    ["UTF-16LE", Buffer.from(`\uFEFF${guests}`, "utf16le")],
    ["UTF-16LE", Buffer.from(guests, "utf16le")],
    ["UTF-16BE", Buffer.from(`\uFEFF${guests}`, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(guests.replaceAll("€", "\x80"), "latin1")],
  ])("reads %s", async (encoding, bytes) => {
    const table = await tableOf(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.header).toEqual(["name", "paid"]);
    expect(await contentOf(table)).toEqual(asRows);
  });

  it("reads Windows-1252 whose first accent comes late", async () => {
    const table = await tableOf(
      Buffer.concat([Buffer.from("name,n\n" + "Ann,1\n".repeat(100_000)), Buffer.from("Zo\xeb,2\n", "latin1")]),
    );
    expect((await contentOf(table)).at(-1)).toEqual(["Zoë", "2"]);
    expect(table.warnings()).toEqual(["read as Windows-1252"]);
  });

  it.each([10, 100_000])("says when bytes are no UTF-8 in a file that is, after %i rows", async (rows) => {
    const table = await tableOf(
      Buffer.concat([Buffer.from("name,n\nZoë,1\n" + "Ann,1\n".repeat(rows)), Buffer.from("Zo\xeb,2\n", "latin1")]),
    );
    const content = await contentOf(table);
    expect([content[0], content.at(-1)]).toEqual([
      ["Zoë", "1"],
      ["Zo�", "2"],
    ]);
    expect(table.warnings()[0]).toContain("no UTF-8");
  });

  it("cuts no character in two where the file is cut into chunks", async () => {
    const name = "Zoë𝒳€";
    const table = await tableOf("name,n\n" + `${name},1\n`.repeat(60_000));
    expect((await contentOf(table)).every((row) => row[0] === name)).toBe(true);
  });

  it.each([",", ";", "\t", "|"])("finds out that %j separates the columns", async (delimiter) => {
    const rows = [
      ["name", "said"],
      ["Ann", "yes, no; maybe | so"],
      ["Ben", "a\nb"],
      ["Cy", 'the "best"'],
    ];
    const table = await tableOf(rows.map((row) => csvLine(row, delimiter)).join("\n"));
    expect([table.header, ...(await contentOf(table))]).toEqual(rows);
  });

  it.each(["\n", "\r\n", "\r"])("reads lines ended by %j", async (end) => {
    const table = await tableOf(`a,b${end}1,"x"${end}3,4${end}`);
    expect(await contentOf(table)).toEqual([
      ["1", "x"],
      ["3", "4"],
    ]);
  });

  it("believes a spreadsheet's declaration of its delimiter", async () => {
    const table = await tableOf("sep=;\r\na,1;b\r\nc;d,2\r\n");
    expect([table.header, ...(await contentOf(table))]).toEqual([
      ["a,1", "b"],
      ["c", "d,2"],
    ]);
  });

  it("unpacks by content, not by name, from a file and from standard input", async () => {
    expect(await contentOf(await tableOf(gzipSync(guests), "not-named-gz.csv"))).toEqual(asRows);
    expect(await contentOf(await openTable("-", Readable.from([gzipSync(guests)])))).toEqual(asRows);
    expect(
      await contentOf(await openTable("-", Readable.from([...Buffer.from(guests)].map((byte) => Buffer.of(byte))))),
    ).toEqual(asRows);
  });

  it("reads members of gzip that were joined, and says when one is damaged", async () => {
    const [first, second] = [gzipSync("a,b\n1,2\n"), gzipSync("3,4\n")];
    expect(await contentOf(await tableOf(Buffer.concat([first, second]), "joined.csv.gz"))).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    await expect(tableOf(first.subarray(0, 20), "torn.csv.gz")).rejects.toThrow(/damaged gzip/);
  });

  it("refuses what is empty, missing or a folder, with the remedy", async () => {
    await expect(tableOf("", "empty.csv")).rejects.toThrow(/is empty: a file needs a header/);
    await expect(openTable(join(folder, "nowhere.csv"))).rejects.toThrow(/nowhere\.csv cannot be opened/);
    await expect(openTable(folder)).rejects.toThrow(/is a folder/);
  });

  it("reads a header alone, and a header wider than any sample", async () => {
    expect(await contentOf(await tableOf("a,b"))).toEqual([]);
    const wide = Array.from({ length: 20_000 }, (_, n) => `column ${n}`);
    const table = await tableOf(`${csvLine(wide)}\n${csvLine(wide)}\n`);
    expect(table.header).toEqual(wide);
    expect(await contentOf(table)).toEqual([wide]);
  });
});

describe("writing rows", () => {
  it("keeps a spreadsheet from running what a stranger wrote, and leaves numbers alone", () => {
    expect(
      ["=1+1", "+CMD|x", "@SUM(A1)", "-2+3", "\t=1", "-12.50", "+49 30 1234", "plain"].map(safeForSpreadsheet),
    ).toEqual(["'=1+1", "'+CMD|x", "'@SUM(A1)", "'-2+3", "'\t=1", "-12.50", "'+49 30 1234", "plain"]);
  });
});
