import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { databaseForThisTest } from "../../test/database.ts";
import type { Db } from "./database/database.ts";
import { identityKey } from "./key.ts";

const anyKey = "ab".repeat(32);

describe("the key that ids are made with", () => {
  let db: Db;
  let home: string;
  beforeEach(async () => {
    db = await databaseForThisTest();
    home = await mkdtemp(join(tmpdir(), "regulars-key-"));
    onTestFinished(() => rm(home, { recursive: true }));
  });

  it("is made at the first start, readable to its owner only, and stays", async () => {
    const first = await identityKey(db, { home });
    expect(first.length).toBe(32);
    expect((await stat(join(home, "key"))).mode & 0o777).toBe(0o600);
    expect(await identityKey(db, { home })).toEqual(first);
  });

  it("is one key, whoever of ten processes comes first", async () => {
    const keys = await Promise.all(Array.from({ length: 10 }, () => identityKey(db, { home })));
    expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
    expect(await readdir(home)).toEqual(["key"]);
  });

  it("comes from the settings where they name one, in hex or base64", async () => {
    const key = await identityKey(db, { home, configured: anyKey });
    expect(key.toString("hex")).toBe(anyKey);
    expect(await identityKey(db, { home, configured: key.toString("base64") })).toEqual(key);
    expect(await readdir(home)).toEqual([]);
  });

  it("refuses a short one, and says how to make a good one", async () => {
    await expect(identityKey(db, { home, configured: "secret" })).rejects.toThrow("openssl rand -hex 32");
    await writeFile(join(home, "key"), "cafe\n");
    await expect(identityKey(db, { home })).rejects.toThrow(`The key in ${home}/key is not 32 bytes`);
  });

  it("does not let a server with another key start", async () => {
    await identityKey(db, { home });
    await expect(identityKey(db, { home, configured: anyKey })).rejects.toThrow(
      "every customer in it would become a stranger",
    );
  });

  it("makes no new one when the one that the database was filled with is gone", async () => {
    await identityKey(db, { home });
    const kept = await readFile(join(home, "key"), "utf8");
    await rm(join(home, "key"));
    await expect(identityKey(db, { home })).rejects.toThrow("backups do not hold it");
    expect(await readdir(home)).toEqual([]);
    await writeFile(join(home, "key"), kept);
    expect((await identityKey(db, { home })).toString("hex")).toBe(kept.trim());
  });
});
