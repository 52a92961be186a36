import { settings, type Setting } from "./settings.ts";

/** One line each: the name, what it is for, and the usual value. For --help and the documentation. */
export function listSettings(): string {
  return Object.values<Setting<unknown>>(settings)
    .map(
      ({ name, says, otherwise }) => `  ${name.padEnd(26)}${says}${otherwise === undefined ? "" : ` (${otherwise})`}`,
    )
    .join("\n");
}
