import type { Command } from "commander";
import type { CommandLine } from "../../foundation/command-line.ts";
import type { ColumnMap } from "./column-map.ts";
import { fieldsOf, kinds } from "./fields.ts";
import { understand, type Options } from "./import-file.ts";
import { importInto, type HowToImport } from "./import-into.ts";
import { summaryOf, type Imported } from "./summary.ts";

type AllOptions = Options & HowToImport;

export function importCommands(program: Command, line: CommandLine): void {
  program
    .command("import <file>")
    .description("bring in a file of orders, customers or touches: .csv, .csv.gz, or - for standard input")
    .requiredOption("--as <what>", kinds.join(", "))
    .option("--map <field=column,…>", "which column holds which field; what is not said is guessed from the headings")
    .option("--source <name>", "where the file comes from; its numbers of orders and customers are its own (import)")
    .option("--currency <code>", "of amounts whose row names none (the installation's)")
    .option("--zone <zone>", "of times without one (the installation's)")
    .option("--date-format <format>", 'of dates that are not ISO 8601, like "DD.MM.YYYY hh:mm"')
    .option("--decimal <sign>", '"." or "," before decimals (found out from the first rows)')
    .option("--exported-at <time>", "when the source wrote this file: of two versions of a row the later one stands")
    .option(
      "--exact",
      "write rejected rows exactly as they came, for a program; a spreadsheet may run formulas in them",
    )
    .option("--dry-run", "everything but writing")
    .addHelpText("after", helpOfFields())
    .action(async (file: string, options: AllOptions) => {
      const imported = await importFile(file, options, line);
      line.answer(imported.answer, summaryOf(imported));
    });
}

function helpOfFields(): string {
  const lines = kinds.map((kind) => `  ${kind}: ${fieldsOf[kind].join(", ")}`);
  return `\nFields of --map ("field=" says that there is no such column):\n${lines.join("\n")}`;
}

async function importFile(path: string, options: AllOptions, line: CommandLine): Promise<Imported> {
  const understood = await understand(path, options);
  line.tell(guessesInWords(understood.map));
  return line.withInstallation((installation) => importInto(installation, understood, options));
}

function guessesInWords({ columns, header, guesses }: ColumnMap): string {
  const guessed = new Map(guesses.map((guess) => [guess.field, guess.because]));
  const pairs = [...columns].map(([field, column]) => {
    const because = guessed.get(field);
    return `  ${field}=${header[column]}${because === undefined ? "" : ` (guessed: ${because})`}`;
  });
  return `Columns:\n${pairs.join("\n")}`;
}
