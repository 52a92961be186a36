import type { Installation } from "../../foundation/command-line.ts";
import { InvalidInput } from "../../foundation/errors.ts";
import { readInstallation } from "../../touchpoints/index.ts";
import { readingOf, settingsFor, type Understood } from "./import-file.ts";
import { importRows } from "./import-rows.ts";
import { progressLine } from "./progress-line.ts";
import { RejectedRows } from "./rejected-rows.ts";
import { resolvedCustomers } from "./resolved-customers.ts";
import { answerOf, type Imported } from "./summary.ts";
import { filingFor, tryFiling } from "./try-filing.ts";

export type HowToImport = { readonly dryRun?: boolean; readonly exact?: boolean };

/** Files what was understood, or tries to. */
export async function importInto(
  { ctx, key }: Installation,
  understood: Understood,
  options: HowToImport,
): Promise<Imported> {
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
  const reading = readingOf(understood, settings);
  const tally = await interruptible((stop) =>
    withProgress((progress) => closing(rejected, importRows({ table, reading, file, rejected, progress, stop }))),
  );
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

/** What was rejected is kept, whatever became of the import. */
async function closing<T>(rejected: RejectedRows, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await rejected.close();
  }
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
