import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { chooseUser } from "./system-user.ts";

const isRoot = process.getuid?.() === 0;

it.skipIf(!isRoot)("as root, PostgreSQL runs as the user that was asked for", async () => {
  const uid = Number(execFileSync("id", ["-u", "daemon"], { encoding: "utf8" }));
  expect(await chooseUser([], "daemon")).toMatchObject({ name: "daemon", uid });
});

it.skipIf(!isRoot)("as root, refuses root and strangers, and says where to name another", async () => {
  await expect(chooseUser([], "root")).rejects.toThrow("REGULARS_DATABASE_USER");
  await expect(chooseUser([], "nobody-of-that-name")).rejects.toThrow("REGULARS_DATABASE_USER");
});

it.skipIf(isRoot)("as anybody else, PostgreSQL runs as ourselves, whoever was asked for", async () => {
  expect(await chooseUser([], "root")).toBeUndefined();
});
