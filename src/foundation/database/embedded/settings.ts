import { statfs } from "node:fs/promises";
import { totalmem } from "node:os";

const mebi = 1024 * 1024;

export type Machine = {
  readonly memoryMebi: number;
  readonly freeDiskMebi: number;
  readonly platform: NodeJS.Platform;
};

export async function thisMachine(folder: string): Promise<Machine> {
  const disk = await statfs(folder);
  // A container's limit, where there is one; 0 or an absurd number says that there is none.
  const limit = process.constrainedMemory();
  const memory = limit > 0 && limit < totalmem() ? limit : totalmem();
  return {
    memoryMebi: Math.floor(memory / mebi),
    freeDiskMebi: Math.floor((disk.bavail * disk.bsize) / mebi),
    platform: process.platform,
  };
}

/**
 * Given anew at every start, so that a larger machine is used at once. The memory is shared with Node itself and
 * the page cache. WAL stays uncompressed: these programs have no lz4, and pglz costs more than the writing it saves.
 */
export function settingsFor(machine: Machine, isDurable: boolean): Readonly<Record<string, string>> {
  return {
    ...forEveryone,
    ...memory(machine),
    ...writing(machine),
    ...(isDurable ? {} : forgetful),
    ...first(machine),
  };
}

const forEveryone = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "100",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  random_page_cost: "1.1",
  // The log says what happened to the server; what is in a statement or a row is nobody's business there.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

function memory({ memoryMebi }: Machine): Record<string, string> {
  return {
    shared_buffers: `${within(128, memoryMebi / 5, 8192)}MB`,
    effective_cache_size: `${within(256, memoryMebi / 2, 1 << 20)}MB`,
    work_mem: `${within(4, memoryMebi / 512, 64)}MB`,
    maintenance_work_mem: `${within(64, memoryMebi / 16, 1024)}MB`,
  };
}

function writing({ freeDiskMebi }: Machine): Record<string, string> {
  return {
    synchronous_commit: "on",
    // Nobody replicates the embedded server, so a bulk load into a new table need not be written twice.
    wal_level: "minimal",
    max_wal_senders: "0",
    max_wal_size: `${within(64, freeDiskMebi / 10, 4096)}MB`,
    min_wal_size: `${within(32, freeDiskMebi / 100, 512)}MB`,
    checkpoint_timeout: "15min",
    checkpoint_completion_target: "0.9",
  };
}

// For ordinary tests, which lose nothing with the machine and share it with each other.
const forgetful = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", shared_buffers: "256MB" };

// After a crash every file is synchronised first; one call for the whole file system beats one for each file.
function first({ platform }: Machine): Record<string, string> {
  return platform === "linux" ? { recovery_init_sync_method: "syncfs" } : {};
}

function within(least: number, wanted: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, wanted)));
}
