import type { Command } from "commander";
import type { CommandLine, Installation } from "../../foundation/command-line.ts";
import { InvalidInput } from "../../foundation/errors.ts";
import { readInstallation } from "../../touchpoints/index.ts";
import type { ColumnMap } from "./column-map.ts";
import { fieldsOf, kinds } from "./fields.ts";
import { readingOf, settingsFor, understand, type Options, type Understood } from "./import-file.ts";
import { importRows } from "./import-rows.ts";
import { progressLine } from "./progress-line.ts";
import { RejectedRows } from "./rejected-rows.ts";
import { resolvedCustomers } from "./resolved-customers.ts";
import { answerOf, summaryOf, type Imported } from "./summary.ts";
import { filingFor, tryFiling } from "./try-filing.ts";

type AllOptions = Options & { readonly dryRun?: boolean; readonly exact?: boolean };

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

async function importInto({ ctx, key }: Installation, understood: Understood, options: AllOptions): Promise<Imported> {
  const began = performance.now();
  const dry = options.dryRun ?? false;
  const { region, ...defaults } = await readInstallation(ctx);
  const settings = settingsFor(understood, defaults, ctx.now);
  const { table } = understood;
  const rejected = new RejectedRows(table.path, {
    ...table,
    delimiter: table.dialect.delimiter,
    exact: options.exact ?? false,
  });
  const file = dry ? tryFiling(ctx, { key, region }) : filingFor(ctx, { key, region });
  const tally = await interruptible((stop) =>
    withProgress((progress) =>
      importRows({ table, reading: readingOf(understood, settings), file, rejected, progress, stop }),
    ),
  ).finally(() => rejected.close());
  const answer = answerOf(tally, await resolvedCustomers(ctx, tally.named, tally.nameless));
  return {
    understood,
    settings,
    installationZone: defaults.zone,
    tally,
    answer,
    rejectedPath: rejected.path,
    seconds: (performance.now() - began) / 1000,
    dry,
  };
}

async function withProgress<T>(work: (tell: ReturnType<typeof progressLine>["tell"]) => Promise<T>): Promise<T> {
  const line = progressLine(process.stderr);
  return work(line.tell).finally(line.end);
}

/** Ctrl-C ends the import after the batches under way; a second one ends the program at once. */
async function interruptible<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void =>
    controller.abort(
      new InvalidInput("Interrupted. What was filed stays: run the same command again, and the rest follows."),
    );
  process.once("SIGINT", stop);
  return work(controller.signal).finally(() => process.off("SIGINT", stop));
}
