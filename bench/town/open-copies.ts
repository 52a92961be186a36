import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { Db } from "../../src/foundation/database/database.ts";

/** One COPY for each table that stays open from the first rows to the last, on a connection of its own. */
export type Copies = { readonly copy: Db["copy"]; readonly end: () => Promise<void> };

type Open = { readonly rows: PassThrough; readonly written: Promise<void> };

export function openCopies(db: Db, schema: string): Copies {
  const copies = new Map<string, Open>();
  const open = (target: string): Open => {
    const rows = new PassThrough();
    const opened = { rows, written: db.copy(`${schema}.${target}`, rows) };
    copies.set(target, opened);
    return opened;
  };
  return {
    copy: async (target, added) => {
      const { rows, written } = copies.get(target) ?? open(target);
      if (!rows.write([...(added as Iterable<string>)].join(""))) await Promise.race([once(rows, "drain"), written]);
    },
    end: async () => {
      for (const { rows } of copies.values()) rows.end();
      await Promise.all([...copies.values()].map(({ written }) => written));
    },
  };
}
