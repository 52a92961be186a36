import type { Kind } from "./fields.ts";
import type { Understood } from "./import-file.ts";
import type { Settings } from "./settings.ts";
import type { Resolved } from "./resolved-customers.ts";
import type { Tally } from "./tally.ts";

/** The answer of the command: `rows` = `accepted` + `rejected` + `unchanged`. */
export type ImportAnswer = Resolved & {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly unchanged: number;
  readonly touches: number;
};

export function answerOf(
  { rows, accepted, rejected, unchanged, messages }: Tally,
  { customers, contacts }: Resolved,
): ImportAnswer {
  return { rows, accepted, rejected, unchanged, customers, contacts, touches: messages };
}

export type Imported = {
  readonly understood: Understood;
  readonly settings: Settings;
  readonly installationZone: string;
  readonly tally: Tally;
  readonly answer: ImportAnswer;
  readonly rejectedPath: string | undefined;
  readonly seconds: number;
  readonly dry: boolean;
};

const things: Readonly<Record<Kind, string>> = { orders: "orders", customers: "entries", touches: "contacts" };

/** The same for a person: what became of the rows, and what was assumed. */
export function summaryOf(imported: Imported): string {
  const { answer, understood, dry } = imported;
  return [
    dry ? "Dry run: nothing was written." : undefined,
    `${number(answer.rows)} rows of ${understood.table.path}: ${number(answer.accepted)} accepted, ${number(answer.unchanged)} unchanged, ${number(answer.rejected)} rejected.`,
    `They are ${number(answer.touches)} ${things[understood.kind]} of ${number(answer.customers)} customers, and of ${number(answer.contacts)} contacts who left no identifier.`,
    returns(imported),
    rejections(imported),
    assumptions(imported),
    zones(imported),
    ...understood.table.warnings().map((warning) => `About the file: ${warning}.`),
    dry ? "People who are known by several identifiers may be counted several times in a dry run." : undefined,
    speed(imported),
  ]
    .filter((line) => line !== undefined)
    .join("\n");
}

function returns({ tally }: Imported): string | undefined {
  if (tally.returnsOnly === 0) return undefined;
  return `${number(tally.returnsOnly)} of the orders hold negative quantities only: they are kept as returns, each for itself.`;
}

function rejections({ answer, rejectedPath }: Imported): string | undefined {
  if (answer.rejected === 0 || rejectedPath === undefined) return undefined;
  return `Rejected rows, each with its reason: ${rejectedPath}. Correct them there and import that file.`;
}

function assumptions({ understood: { options, kind, decimalSign }, settings }: Imported): string {
  const said = (name: string, value: string, option: string | undefined): string =>
    `${name} ${value}${option === undefined ? " (not stated)" : ""}`;
  const parts = [said("source", settings.source, options.source), said("time zone", settings.zone, options.zone)];
  if (kind === "orders")
    parts.push(
      said("currency", settings.currency, options.currency),
      said("decimal sign", `"${decimalSign}"`, options.decimal),
    );
  return `Read with ${parts.join(", ")}.`;
}

/** A promise by the day is judged in the zone of its place; without a place, in the installation's. */
function zones({ understood: { map }, settings, installationZone }: Imported): string | undefined {
  if (settings.zone === installationZone || !map.columns.has("promised_at") || map.columns.has("place"))
    return undefined;
  return `Promises for a day are judged by the calendar of ${installationZone}, the installation's zone: say REGULARS_ZONE=${settings.zone}, or map place, if that is wrong.`;
}

function speed({ answer, seconds }: Imported): string {
  return `${seconds.toFixed(1)} s, ${number(Math.round(answer.rows / Math.max(0.001, seconds)))} rows/s.`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}
