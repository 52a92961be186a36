import type { Command } from "commander";
import type { CommandLine } from "../command-line.ts";
import { databaseOn, openPool, type Db } from "../database/database.ts";
import { chooseHome } from "../database/home.ts";
import { openDatabase } from "../database/open-database.ts";
import { WrongSettings } from "../errors.ts";
import { migrateJobs } from "../jobs.ts";
import { fingerprintOf, presentKey, type KeyPlace } from "../key.ts";
import { about, readListing, type Backup } from "./backup.ts";
import { backUp } from "./back-up.ts";
import { restore } from "./restore.ts";

export function backupCommands(program: Command, line: CommandLine): void {
  program
    .command("backup <folder>")
    .description("save everything but the identity key into a new folder, while the server goes on")
    .action((folder: string) =>
      line.withInstallation(async ({ ctx }) => {
        const backup = await backUp(ctx, folder, line.tell);
        line.answer(summaryOf(backup), `Saved ${rowsOf(backup)} rows in ${folder}. ${about}`);
      }),
    );
  program
    .command("restore <folder>")
    .description("bring a backup back into an empty database")
    .option("--replace", "lose what the database holds now")
    .action(async (folder: string, { replace }: { replace?: boolean }) => {
      const backup = await readListing(folder);
      const home = await chooseHome(line.config().home);
      const hasKey = await hasItsKey({ home, configured: line.config().key }, backup);
      await withDatabase(line, home, (db) =>
        restore({ actor: { kind: "system", name: "restore" }, db, now: new Date() }, folder, backup, {
          mayReplace: replace,
          tell: line.tell,
        }),
      );
      const next = hasKey
        ? ""
        : ` Now bring the identity key back, in REGULARS_KEY or ${home}/key: no server starts without it.`;
      line.answer({ ...summaryOf(backup), hasKey }, `Restored ${rowsOf(backup)} rows.${next}`);
    });
}

function rowsOf({ tables }: Backup): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

function summaryOf(backup: Backup): object {
  return {
    madeAt: backup.madeAt,
    rows: rowsOf(backup),
    tables: backup.tables.map(({ name, rows }) => ({ name, rows })),
    holdsKey: false,
  };
}

/** Before anything is lost: with another key the restored customers would all be strangers. */
async function hasItsKey(place: KeyPlace, { keyFingerprint }: Backup): Promise<boolean> {
  const present = await presentKey(place);
  if (!present || !keyFingerprint) return present !== undefined;
  if (fingerprintOf(present) === keyFingerprint) return true;
  throw new WrongSettings(
    `The identity key here is not the one this backup was made with. Put the right one into REGULARS_KEY or ${place.home}/key, ` +
      `or, if nothing else was made with the one there, remove it.`,
  );
}

/** Alone on the home like a server, and without making a key. */
async function withDatabase<T>(line: CommandLine, home: string, work: (db: Db) => Promise<T>): Promise<T> {
  const { databaseUrl, databaseUser: user } = line.config();
  const database = await openDatabase({ home, databaseUrl, user, role: "server", tell: line.tell });
  const pool = openPool({ ...database.connection, max: 2 });
  try {
    await migrateJobs(pool);
    return await work(databaseOn(pool));
  } finally {
    await pool.end();
    await database.stop();
  }
}
