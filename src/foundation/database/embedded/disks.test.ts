import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { inHome, isRunning, openFolder, run, until } from "../../../../test/running-database.ts";
import { sql } from "../sql.ts";

/** A small disk for this test, which is skipped where this user may not mount one. */
async function diskForThisTest(mebi: number, skip: (why: string) => never): Promise<string> {
  const { folder, remove } = await openFolder();
  onTestFinished(remove);
  if (!isMounted(`size=${mebi}m,mode=755`, folder)) skip("this user may not mount a disk to fill");
  onTestFinished(() => void execFileSync("/bin/umount", ["-l", folder]));
  return folder;
}

function isMounted(options: string, folder: string): boolean {
  return spawnSync("/bin/mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" }).status === 0;
}

/** Until nothing more fits. */
function fill(disk: string): void {
  const file = openSync(join(disk, "ballast"), "a");
  for (const block = Buffer.alloc(1 << 16); hasRoomFor(file, block););
  closeSync(file);
}

function hasRoomFor(file: number, block: Buffer): boolean {
  try {
    return writeSync(file, block) > 0;
  } catch {
    return false;
  }
}

const nothing = async (): Promise<void> => {};

it("a disk too small for a new database is refused before anything is made", async ({ skip }) => {
  const disk = await diskForThisTest(100, skip);
  await expect(inHome(join(disk, "home"), nothing)).rejects.toThrow(/There are \d+ MB free in .* needs 120/);
});

it("a disk that is full at the start is named", async ({ skip }) => {
  const disk = await diskForThisTest(260, skip);
  await inHome(join(disk, "home"), nothing);
  fill(disk);
  await expect(inHome(join(disk, "home"), nothing)).rejects.toThrow("The disk is full. Free some space");
  rmSync(join(disk, "ballast"));
  await inHome(join(disk, "home"), nothing);
});

it("a read-only disk is named, with a database on it or without", async ({ skip }) => {
  const disk = await diskForThisTest(260, skip);
  await inHome(join(disk, "home"), nothing);
  // The keeper's shell may need another moment to close the log.
  await until(() => isMounted("remount,ro", disk), "made the disk read-only");
  const words = "That disk is read-only. Make it writable, or name another place.";
  await expect(inHome(join(disk, "home"), nothing)).rejects.toThrow(words);
  await expect(inHome(join(disk, "other"), nothing)).rejects.toThrow(words);
});

it("a disk that fills up under a running server stops the writing; with room again it goes on, and nothing is lost", async ({
  skip,
}) => {
  const disk = await diskForThisTest(300, skip);
  const home = join(disk, "home");
  const writer = run({ home, role: "server", writes: true });
  onTestFinished(async () => {
    writer.kill("SIGKILL");
    await writer.ended;
    await until(() => !isRunning(home), "stopped PostgreSQL");
  });
  await writer.hears("written");
  fill(disk);
  await inHome(home, (db) =>
    db.script("create table big as select n, repeat('x', 1000) as text from generate_series(1, 100000) n"),
  ).catch(() => {});
  rmSync(join(disk, "ballast"));
  const then = writer.said.length;
  await writer.hears("written", then);
  writer.kill("SIGTERM");
  await writer.ended;
  const acknowledged = writer.said.flatMap((told) => told.written ?? []).at(-1)!;
  expect(await inHome(home, (db) => db.one(sql`select count(*) as n from written`))).toEqual({ n: acknowledged });
});
