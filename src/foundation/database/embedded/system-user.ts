import { execFile } from "node:child_process";
import { chown, stat } from "node:fs/promises";
import { WrongSettings } from "../../errors.ts";

/** Whom PostgreSQL runs as. Undefined stands for ourselves: only root hands over, because PostgreSQL refuses to be root. */
export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number } | undefined;

export type Finished = { readonly code: number; readonly out: string; readonly err: string };

/** As root: the owner of what is there already, else the user asked for, else postgres, else nobody. */
export async function chooseUser(existing: readonly string[], asked?: string | null): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return undefined;
  for (const path of existing) {
    const owner = await ownerOf(path);
    if (owner) return owner;
  }
  if (asked) return (await userNamed(asked)) ?? refuseUser(asked);
  return (await userNamed("postgres")) ?? (await userNamed("nobody")) ?? refuseUser("nobody");
}

/** Runs a program to its end as that user, in a place that everybody may stand in. Never throws. */
export function runAs(user: SystemUser, program: string, args: readonly string[]): Promise<Finished> {
  return new Promise((resolve) => {
    execFile(program, args, { ...asUser(user), maxBuffer: 1 << 26 }, (error, out, err) => {
      const code = error ? (typeof error.code === "number" ? error.code : 127) : 0;
      resolve({ code, out, err: err || (error?.message ?? "") });
    });
  });
}

export function asUser(user: SystemUser): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
  return { ...(user && { uid: user.uid, gid: user.gid }), cwd: "/", env };
}

/** What root made for PostgreSQL belongs to PostgreSQL. */
export async function giveTo(user: SystemUser, path: string): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}

async function ownerOf(path: string): Promise<SystemUser> {
  const found = await stat(path).catch(() => undefined);
  return found && found.uid !== 0 ? { name: `user ${found.uid}`, uid: found.uid, gid: found.gid } : undefined;
}

async function userNamed(name: string): Promise<SystemUser> {
  const [uid, gid] = await Promise.all([runAs(undefined, "id", ["-u", name]), runAs(undefined, "id", ["-g", name])]);
  if (uid.code !== 0 || gid.code !== 0 || Number(uid.out) === 0) return undefined;
  return { name, uid: Number(uid.out), gid: Number(gid.out) };
}

function refuseUser(name: string): never {
  throw new WrongSettings(
    `PostgreSQL does not run as root, and there is no ordinary user "${name}" on this machine. ` +
      `Start Regulars as an ordinary user, or name one in REGULARS_DATABASE_USER.`,
  );
}
