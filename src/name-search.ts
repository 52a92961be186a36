import type pg from "pg";
import { openNameIndex, type OpenNameIndex } from "./customers/search/index.ts";
import type { Db } from "./foundation/database/database.ts";
import type { NameSearch } from "./recognition/index.ts";

/** The search by name that a server keeps, as the card asks for it. */
export function searchIn(names: OpenNameIndex): NameSearch {
  return async (text, near) => {
    const found = await names.search(text, near);
    return found.map((one) => ({ ...one, reasons: [...one.reasons] }));
  };
}

/** Filled for one question: a command does not live long enough to keep it. */
export function searchOnce(db: Db, pool: () => pg.Pool): NameSearch {
  return async (text, near) => {
    const names = await openNameIndex({ db, pool: pool() });
    try {
      return await searchIn(names)(text, near);
    } finally {
      await names.stop();
    }
  };
}
