import type { Db } from "./foundation/database/database.ts";
import { sql } from "./foundation/database/sql.ts";
import type { Readiness } from "./foundation/http/index.ts";

const patienceMilliseconds = 2000;

/**
 * Tells what keeps this process from answering requests, in words for whoever runs it; nothing when all is well. The key was
 * checked at the start: from then on the database must stay the one that it was checked with.
 */
export async function readinessOf(db: Db): Promise<Readiness> {
  const started = await fingerprintIn(db);
  return () => {
    const found = fingerprintIn(db).then(
      (now) => (now === started ? undefined : "The database was filled with another identity key."),
      () => "The database cannot be reached, or its schema is not there.",
    );
    return inTime(found);
  };
}

async function fingerprintIn(db: Db): Promise<string | undefined> {
  return (await db.maybe<{ value: string }>(sql`select value from settings where name = 'key fingerprint'`))?.value;
}

async function inTime(found: Promise<string | undefined>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("The database does not answer."), patienceMilliseconds);
  });
  return Promise.race([found, late]).finally(() => clearTimeout(timer));
}
