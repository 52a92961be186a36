import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "./foundation/config.ts";
import { openInstallation } from "./installation.ts";

it.skipIf(process.getuid?.() !== 0)("as root, makes no database for a user who is not on this machine", async () => {
  const home = await mkdtemp(join(tmpdir(), "regulars-installation-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const config = readConfig({ REGULARS_HOME: home, REGULARS_DATABASE_USER: "nobody-of-that-name" });

  await expect(openInstallation(config, "command", () => {})).rejects.toThrow(
    'there is no ordinary user "nobody-of-that-name" on this machine',
  );
  expect(await readdir(home)).toEqual([]);
});
