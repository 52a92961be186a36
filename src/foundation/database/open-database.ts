import { openEmbedded, type EmbeddedOptions } from "./embedded/index.ts";
import { reachGiven } from "./given-database.ts";
import type { OpenedDatabase } from "./opened-database.ts";

/** The database given in DATABASE_URL, checked; else the embedded one in the home, started if it does not run. */
export function openDatabase(
  options: EmbeddedOptions & { readonly databaseUrl?: string | null },
): Promise<OpenedDatabase> {
  return options.databaseUrl ? reachGiven(options.databaseUrl) : openEmbedded(options);
}
