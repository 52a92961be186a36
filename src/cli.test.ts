import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../test/database.ts";

const program = fileURLToPath(new URL("../bin/regulars.js", import.meta.url));
let env: Record<string, string>;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  env = { PATH: process.env["PATH"]!, DATABASE_URL: database.url, REGULARS_KEY: randomBytes(32).toString("hex") };
});
afterAll(() => drop());

type Run = { readonly code: number; readonly out: string; readonly err: string };

function regulars(args: readonly string[], more: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: { ...env, ...more } }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

describe("the command line", () => {
  it("makes, lists and revokes keys, as one JSON document each", async () => {
    const added = await regulars(["keys", "add", "till", "--may", "write", "--source", "shop", "--json"]);
    expect(added.code).toBe(0);
    expect(JSON.parse(added.out)).toEqual({
      name: "till",
      key: expect.stringMatching(/^rgl_write_/),
      may: "write",
      source: "shop",
    });
    expect(JSON.parse((await regulars(["keys", "--json"])).out)).toMatchObject({
      keys: [{ name: "till", revokedAt: null }],
    });
    expect((await regulars(["keys", "revoke", "till", "--json"])).code).toBe(0);
    const again = await regulars(["keys", "revoke", "till"]);
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err).toContain("no key called till");
  });

  it("ends with 2 when it is used wrongly", async () => {
    const wrong = [
      ["nonsense"],
      ["keys", "add", "x"],
      ["keys", "add", "x", "--may", "fly"],
      ["keys", "add", "a b", "--may", "read"],
      ["serve", "--loud"],
    ];
    const runs = await Promise.all(wrong.map((args) => regulars(args)));
    for (const run of runs) expect(run).toMatchObject({ code: 2, out: "" });
  });

  it("explains every command", async () => {
    const help = await regulars(["--help"]);
    expect(help.code).toBe(0);
    expect(help.out).toContain("REGULARS_HOME");
    const commands = [...help.out.matchAll(/^ {2}([a-z]+) /gm)]
      .map((match) => match[1]!)
      .filter((name) => name !== "help");
    expect(commands).toEqual(
      expect.arrayContaining([
        "serve",
        "demo",
        "migrate",
        "doctor",
        "backup",
        "restore",
        "keys",
        "import",
        "recognise",
      ]),
    );
    const runs = await Promise.all(commands.map((command) => regulars([command, "--help"])));
    for (const { code, out } of runs) expect([code, out]).toEqual([0, expect.stringContaining("--json")]);
  });

  it("says all that is wrong with the settings, and never a secret", async () => {
    const { code, err } = await regulars(["keys"], { PORT: "x", REGULARS_ZONE: "Mars/North", REGULARS_KEY: "hunter2" });
    expect(code).toBe(1);
    for (const name of ["PORT", "REGULARS_ZONE", "REGULARS_KEY"]) expect(err).toContain(name);
    expect(err).not.toContain("hunter2");
  });

  it("says through the doctor what is wrong and what is well", async () => {
    const well = await regulars(["doctor", "--json"]);
    expect(well.code).toBe(0);
    expect(JSON.parse(well.out)).toMatchObject({ well: true });
    const away = await regulars(["doctor"], { DATABASE_URL: "postgres://maya:hunter2@127.0.0.1:1/none" });
    expect(away.code).toBe(1);
    expect(away.out).toMatch(/✕ database/);
    expect(away.out + away.err).not.toContain("hunter2");
  });
});
