import { availableParallelism } from "node:os";
import type { Command } from "commander";
import type { CommandLine } from "../../foundation/command-line.ts";
import { WrongUsage } from "../../foundation/errors.ts";
import { link, startThread } from "../../statistics/linkage/index.ts";
import { writeClusters } from "./clusters-file.ts";
import { peopleFields } from "./fields.ts";
import { peopleColumns, readPeople, type PeopleFile } from "./people-file.ts";
import { reportInWords, reportOf } from "./report.ts";

/** How files are read and written: connections/csv, handed over because connections already ask customers. */
export type Csv = {
  openTable(path: string): Promise<PeopleFile>;
  readColumnPairs(map: string): [field: string, column: string][];
  findColumn(name: string, header: readonly string[]): number;
  csvLine(fields: readonly string[]): string;
  /** Milliseconds since 1970 of a date as written, or undefined. */
  timeReader(form: { readonly zone: string; readonly format?: string }): (text: string) => number | undefined;
};

type Options = {
  readonly map: string;
  readonly id: string;
  readonly out: string;
  readonly dateFormat?: string;
  readonly json?: boolean;
};

export function linkageCommands(program: Command, line: CommandLine, csv: Csv): void {
  program
    .command("link <people>")
    .description(
      "which rows of a table are one person: .csv, .csv.gz, or - for standard input; needs no labels and no server",
    )
    .requiredOption("--map <field=column,…>", "which column holds which field")
    .requiredOption("--id <column>", "the column that names each row")
    .requiredOption("--out <clusters>", "where to write id,cluster,weight: .csv, .csv.gz, or - for standard output")
    .option("--date-format <format>", 'of birth dates that are not ISO 8601 or YYYYMMDD, like "DD.MM.YYYY"')
    .addHelpText(
      "after",
      `\nFields of --map: ${peopleFields.join(", ")}.\nAny other field is free text, compared for likeness.`,
    )
    .action((people: string, _: Options, command: Command) =>
      linkPeople(people, command.optsWithGlobals<Options>(), line, csv),
    );
}

/** So many records are compared faster than another thread starts. */
const recordsAlone = 20_000;

async function linkPeople(path: string, options: Options, line: CommandLine, csv: Csv): Promise<void> {
  if (options.out === "-" && options.json)
    throw new WrongUsage("--json writes to standard output: name a file with --out.");
  const file = await csv.openTable(path);
  const columns = peopleColumns(csv.readColumnPairs(options.map), options.id, file.header, csv.findColumn);
  const { ids, people, warnings } = await readPeople(file, columns, dateReader(options.dateFormat, csv));
  line.tell(`read ${ids.length.toLocaleString("en")} rows`);
  const threads =
    ids.length < recordsAlone ? [] : Array.from({ length: Math.min(8, availableParallelism()) }, startThread);
  try {
    const table = people.table();
    const linkage = await link(table, { threads, tell: line.tell });
    await writeClusters(options.out, ids, linkage.clustering, csv.csvLine);
    const report = reportOf({ out: options.out, table, linkage, warnings });
    if (options.out === "-") line.tell(reportInWords(report));
    else line.answer(report, reportInWords(report));
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

/** To YYYYMMDD; what is not in the form stays as it is, and is compared as it is written. */
function dateReader(format: string | undefined, csv: Csv): ((text: string) => string) | undefined {
  if (format === undefined) return undefined;
  const read = csv.timeReader({ zone: "UTC", format });
  return (text) => {
    const time = read(text);
    return time === undefined ? text : new Date(time).toISOString().slice(0, 10);
  };
}
