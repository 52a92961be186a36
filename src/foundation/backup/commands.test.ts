import { Command } from "commander";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import type { CommandLine } from "../command-line.ts";
import { readConfig } from "../config.ts";
import { databaseOn, openPool } from "../database/database.ts";
import { sql } from "../database/sql.ts";
import { migrateJobs } from "../jobs.ts";
import { identityKey } from "../key.ts";
import { backupCommands } from "./commands.ts";

/** An installation with a home for its key, whose commands say what they answer. */
async function installation(home: string) {
  const { url, drop } = await freshDatabase();
  onTestFinished(drop);
  const config = readConfig({ REGULARS_HOME: home, DATABASE_URL: url });
  mkdirSync(home);
  let answer = "";
  const line: CommandLine = {
    config: () => config,
    tell: () => {},
    answer: (_, text) => void (answer = text),
    withInstallation: async (work) => {
      const pool = openPool({ connectionString: url, max: 2 });
      await migrateJobs(pool);
      const db = databaseOn(pool);
      const key = await identityKey(db, { home });
      const ctx = {
        actor: { kind: "system", name: "command line" } as const,
        db,
        now: new Date("2026-06-01T12:00:00Z"),
      };
      try {
        return await work({ ctx, key, config });
      } finally {
        await pool.end();
      }
    },
  };
  const say = async (...words: string[]): Promise<string> => {
    const program = new Command();
    backupCommands(program, line);
    await program.parseAsync(words, { from: "user" });
    return answer;
  };
  return { line, say };
}

it("moves a business to another machine, and does not move its key", async () => {
  const folder = await mkdtemp(join(tmpdir(), "regulars-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const old = await installation(join(folder, "old"));
  await old.line.withInstallation(({ ctx }) => ctx.db.run(sql`insert into settings values ('greeting', '"Hello"')`));
  const monday = join(folder, "monday");
  expect(await old.say("backup", monday)).toMatch(/^Saved 2 rows in .*monday\. .*The identity key is not in it/);

  const next = await installation(join(folder, "new"));
  expect(await next.say("restore", monday)).toContain(
    `Now bring the identity key back, in REGULARS_KEY or ${folder}/new/key`,
  );
  expect(existsSync(join(folder, "new/key"))).toBe(false);
  await expect(next.line.withInstallation(async () => {})).rejects.toThrow("backups do not hold it");

  writeFileSync(join(folder, "new/key"), "ab".repeat(32));
  await expect(next.say("restore", monday)).rejects.toThrow(
    "The identity key here is not the one this backup was made with",
  );
});
