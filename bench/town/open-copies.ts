import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom, type CopyStreamQuery } from "pg-copy-streams";
import type { Db } from "../../src/foundation/database/database.ts";

/** One COPY for each table that stays open from the first rows to the last, on a connection of its own. */
export type Copies = { readonly copy: Db["copy"]; readonly end: () => Promise<void> };

type Open = { readonly client: pg.PoolClient; readonly stream: CopyStreamQuery };

export function openCopies(pool: pg.Pool, schema: string): Copies {
  const copies = new Map<string, Promise<Open>>();
  const open = async (target: string): Promise<Open> => {
    const client = await pool.connect();
    return { client, stream: client.query(copyFrom(`copy ${schema}.${target} from stdin`)) };
  };
  return {
    copy: async (target, rows) => {
      if (!copies.has(target)) copies.set(target, open(target));
      const { stream } = await copies.get(target)!;
      if (!stream.write([...(rows as Iterable<string>)].join(""))) await once(stream, "drain");
    },
    end: async () => {
      for (const { client, stream } of await Promise.all(copies.values())) {
        stream.end();
        await finished(stream);
        client.release();
      }
    },
  };
}
