import { onDisk } from "../../on-disk.ts";
import type { DatabaseRole, OpenedDatabase } from "../opened-database.ts";
import { clusterIn } from "./cluster.ts";
import { takeHold } from "./hold.ts";
import { initialise } from "./initialise.ts";
import { join, keepWatch, leave, rename, type Member } from "./member.ts";
import { openHome } from "./open-home.ts";
import { announcedAddress, nameOf } from "./presence.ts";
import { programsFor } from "./programs.ts";
import { connectionTo } from "./session.ts";
import type { Installation } from "./start.ts";
import { chooseUser } from "./system-user.ts";

export type EmbeddedOptions = {
  readonly home: string;
  readonly role: DatabaseRole;
  /** The system user for PostgreSQL when we are root and nothing belongs to anybody yet. */
  readonly user?: string | null;
  /** False only for tests: forgets what it was told when the machine stops. */
  readonly isDurable?: boolean;
  /** Another npm package with PostgreSQL's programs: tests try an older one. */
  readonly programs?: string;
  readonly tell?: (message: string) => void;
};

/** Starts the PostgreSQL of a home, or joins the one that runs, and stays with it until `stop`. */
export async function openEmbedded(options: EmbeddedOptions): Promise<OpenedDatabase> {
  const installation = await install(options);
  const hold = await onDisk(installation.cluster.hold, async () => takeHold(installation.cluster));
  const leaving = new AbortController();
  const member: Member = { installation, hold, role: options.role, name: nameOf(options.role), leaving };
  try {
    const { wasRunning } = await join(member);
    const connection = await connectionTo(installation.cluster);
    void keepWatch(member);
    const announce = (address: string): Promise<void> => rename(member, nameOf(options.role, address));
    const serverAddress = (): Promise<string | undefined> => announcedAddress(member.session!);
    return { connection, attached: wasRunning, announce, serverAddress, stop: () => leave(member) };
  } catch (error) {
    hold.release();
    throw error;
  }
}

async function install(options: EmbeddedOptions): Promise<Installation> {
  const cluster = clusterIn(options.home);
  const user = await chooseUser([cluster.folder, cluster.home], options.user);
  await openHome(cluster.home, user);
  const programs = await programsFor(user, cluster.home, options.programs);
  const isDurable = options.isDurable ?? true;
  await initialise(cluster, programs, user, isDurable);
  return { cluster, programs, user, isDurable, tell: options.tell ?? (() => {}) };
}
