import { expect, it } from "vitest";
import { ingest } from "../../src/touchpoints/index.ts";
import { sql } from "../../src/foundation/database/sql.ts";
import type { Db } from "../../src/foundation/database/database.ts";
import { lifeOf, residentsOf, settleTown, type Town } from "../../src/town/index.ts";
import { freshDatabase } from "../../test/database.ts";
import { contextOn, naming } from "../../test/play-history.ts";
import { snapshot } from "../../test/snapshot.ts";
import { fillTown } from "./fill-town.ts";

const until = Date.UTC(2026, 5, 1, 12);
const town: Town = { seed: "a small town", residents: 250, from: until - 180 * 86_400_000, until };

it("leaves row by row what filing the same records would have left", async () => {
  const [filed, filled] = [await freshDatabase(), await freshDatabase()];
  await fileEverything(filed.db);
  await fillTown({ db: filled.db, connection: { connectionString: filled.url }, naming }, town, 2, () => {});
  const [expected, found] = [await snapshot(filed.db), await snapshot(filled.db)];
  for (const table of Object.keys(expected)) expect(found[table], table).toEqual(expected[table]);
  expect(found["evidence"]!.some((row) => "refusal" in row && row.refusal !== null)).toBe(true);
  expect(found["verdicts"]!.length).toBeGreaterThan(1000);
  expect(await catalogueOf(filled.db)).toEqual(await catalogueOf(filed.db));
  expect(await indexesOf(filled.db)).toEqual(await indexesOf(filed.db));
  await filed.drop();
  await filled.drop();
});

async function fileEverything(db: Db): Promise<void> {
  const ctx = contextOn(db, new Date(until));
  await settleTown(ctx);
  const records = [...residentsOf(town)].flatMap((resident) => lifeOf(town, resident)).sort((x, y) => x.at! - y.at!);
  for (let done = 0; done < records.length; done += 500) await ingest(ctx, records.slice(done, done + 500), naming);
}

async function catalogueOf(db: Db): Promise<object> {
  return {
    items: await db.many(sql`select * from items order by id`),
    touchpoints: await db.many(sql`select * from touchpoints order by id, valid_from`),
    promises: await db.many(sql`select * from promises order by id, valid_from`),
    places: await db.many(sql`select * from places order by id`),
    staff: await db.many(sql`select id, code, name from staff order by id`),
  };
}

function indexesOf(db: Db): Promise<object[]> {
  return db.many(sql`select indexname, indexdef from pg_indexes where schemaname = 'public' order by indexname`);
}
