import { createHmac, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Db } from "./database/database.ts";
import { sql } from "./database/sql.ts";
import { WrongSettings } from "./errors.ts";
import { onDisk, syncFolder } from "./on-disk.ts";

const bytesMin = 32;

export type KeyPlace = { readonly home: string; readonly configured?: string | null };

/**
 * The key that identity ids are made with: REGULARS_KEY, else the file `key` in the home, made at the first start.
 * The database knows its fingerprint only, and takes no other key: every customer would be a stranger.
 */
export async function identityKey(db: Db, from: KeyPlace): Promise<Buffer> {
  const known = await fingerprintIn(db);
  const place = from.configured ? "REGULARS_KEY" : join(from.home, "key");
  const key = from.configured ? parsed(from.configured, place) : await keyFile(place, known === undefined);
  if (!key) throw lost(place);
  if ((known ?? (await remember(db, key))) !== fingerprintOf(key)) throw another(place);
  return key;
}

/** The key that is in place now, if any; makes none and asks no database. */
export async function presentKey(from: KeyPlace): Promise<Buffer | undefined> {
  return from.configured ? parsed(from.configured, "REGULARS_KEY") : keyFile(join(from.home, "key"), false);
}

export function fingerprintOf(key: Buffer): string {
  return createHmac("sha256", key).update("fingerprint").digest("hex").slice(0, 32);
}

async function fingerprintIn(db: Db): Promise<string | undefined> {
  return (await db.maybe<{ value: string }>(sql`select value from settings where name = 'key fingerprint'`))?.value;
}

/** The first process to write decides; the others compare. */
async function remember(db: Db, key: Buffer): Promise<string | undefined> {
  await db.run(sql`
    insert into settings (name, value) values ('key fingerprint', ${JSON.stringify(fingerprintOf(key))}::jsonb)
    on conflict do nothing`);
  return fingerprintIn(db);
}

function keyFile(file: string, mayMake: boolean): Promise<Buffer | undefined> {
  return onDisk(file, async () => {
    const text = await readFile(file, "utf8").catch(absent);
    if (text !== undefined) return parsed(text, file);
    if (!mayMake) return undefined;
    await makeKeyFile(file);
    return parsed(await readFile(file, "utf8"), file);
  });
}

/** Written whole beside its place and linked there: of several processes at once one makes it and all read the same. */
async function makeKeyFile(file: string): Promise<void> {
  const home = dirname(file);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(`${randomBytes(bytesMin).toString("hex")}\n`);
    // When root starts for somebody else, the key is theirs, like the home.
    const { uid, gid } = await stat(home);
    if (process.getuid?.() === 0) await handle.chown(uid, gid);
    await handle.sync();
    await link(draft, file).catch(unlessThere);
    await syncFolder(home);
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

function parsed(text: string, place: string): Buffer {
  const written = text.trim();
  const isHex = /^[0-9a-f]+$/i.test(written) && written.length % 2 === 0;
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(written);
  const key = Buffer.from(isHex || isBase64 ? written : "", isHex ? "hex" : "base64");
  if (key.length >= bytesMin) return key;
  throw new WrongSettings(
    `The key in ${place} is not ${bytesMin} bytes or more in hex or base64. Make one: openssl rand -hex ${bytesMin}`,
  );
}

function another(place: string): WrongSettings {
  return new WrongSettings(
    `The key in ${place} is not the one this database was filled with: every customer in it would become a stranger. ` +
      `Put the right key into REGULARS_KEY or into the file key in the home.`,
  );
}

function lost(file: string): WrongSettings {
  return new WrongSettings(
    `This database was filled with a key, and ${file} is not there. ` +
      `Bring it back, or give the key in REGULARS_KEY: backups do not hold it.`,
  );
}

function absent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}

function unlessThere(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
}
