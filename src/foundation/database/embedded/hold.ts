import { closeSync, constants, openSync } from "node:fs";
import type { Cluster } from "./cluster.ts";

/**
 * Our end of the named pipe. When the last process that holds one ends, by whatever death, the keeper reads end of
 * file and stops PostgreSQL. So a command that finds a server running keeps it alive, and nothing is ever orphaned.
 */
export type Hold = { release(): void };

/** Opened for reading and writing first, which waits for nobody. */
export function takeHold(cluster: Cluster): Hold {
  const both = openSync(cluster.hold, constants.O_RDWR);
  const fd = openSync(cluster.hold, constants.O_WRONLY);
  closeSync(both);
  let isHeld = true;
  return {
    release: () => {
      if (isHeld) closeSync(fd);
      isHeld = false;
    },
  };
}

/** The keeper's end. Does not wait, because we hold the other one. */
export function listeningEnd(cluster: Cluster): number {
  return openSync(cluster.hold, constants.O_RDONLY);
}
