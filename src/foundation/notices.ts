import type pg from "pg";

export type Notices = { readonly stop: () => Promise<void> };

/**
 * Listens to one channel on a connection of its own. After a break it listens again and calls as if a notice had come:
 * one may have been missed.
 */
export async function listen(pool: pg.Pool, channel: string, heard: () => void): Promise<Notices> {
  let client: pg.PoolClient | undefined;
  let again: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function start(): Promise<void> {
    const fresh = await pool.connect();
    fresh.on("notification", heard);
    fresh.on("error", () => lost(fresh));
    try {
      await fresh.query(`listen ${channel}`);
    } catch (error) {
      fresh.release(true);
      throw error;
    }
    if (isStopped) return fresh.release(true);
    client = fresh;
    heard();
  }

  function lost(broken: pg.PoolClient): void {
    if (client !== broken) return;
    client = undefined;
    broken.release(true);
    heard();
    retry();
  }

  function retry(): void {
    if (isStopped) return;
    again = setTimeout(() => void start().catch(retry), 500);
    again.unref();
  }

  await start();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(again);
      client?.release(true);
      client = undefined;
    },
  };
}
