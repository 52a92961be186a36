import { once } from "node:events";
import type { Naming } from "../../src/customers/index.ts";
import type { Context } from "../../src/foundation/context.ts";
import { databaseOn, openPool } from "../../src/foundation/database/database.ts";
import { storeReasks } from "../../src/touchpoints/asks/store-reasks.ts";
import { storeVerdicts } from "../../src/touchpoints/promise/store-verdicts.ts";
import { readCatalogue, type ArrivingRecord, type Catalogue } from "../../src/touchpoints/index.ts";
import { householdsOf, lifeOf } from "../../src/town/index.ts";
import { deriveCustomers } from "./derive-customers.ts";
import { fileRecords } from "./file-records.ts";
import { noteSold, type ItemsSold } from "./items-sold.ts";
import { judgedAsked } from "./judge-asked.ts";
import { openCopies } from "./open-copies.ts";
import { storeCustomers } from "./store-customers.ts";
import { heap, type Progress, type Work } from "./work.ts";

/** A process of its own: makes one share of a town into rows. Whoever started it says which, and hears how far it is. */
const [work] = (await once(process, "message")) as [Work];
const pool = openPool({ ...work.connection, max: 10 });
const db = databaseOn(pool);
const copies = openCopies(db, heap);
const ctx: Context = {
  actor: { kind: "system", name: "bench" },
  db: { ...db, copy: copies.copy },
  now: new Date(work.town.until),
};
const catalogue = await readCatalogue(ctx);
const naming = { key: Buffer.from(work.key, "hex"), region: work.region };
const sold: ItemsSold = new Map();
for (const { residents, records } of batches(500)) {
  noteSold(sold, records);
  await fileBatch(ctx, records, catalogue, naming);
  await tell({ touches: records.length, residents });
}
await copies.end();
await pool.end();
await tell({ sold: [...sold.values()] });
process.disconnect();

/** Whole households, until there are about so many records. */
function* batches(atLeast: number): Generator<{ residents: number; records: ArrivingRecord[] }> {
  let [residents, records]: [number, ArrivingRecord[]] = [0, []];
  for (const household of householdsOf(work.town, work.share)) {
    residents += household.length;
    for (const resident of household) records.push(...lifeOf(work.town, resident));
    if (records.length < atLeast) continue;
    yield { residents, records };
    [residents, records] = [0, []];
  }
  yield { residents, records };
}

async function fileBatch(
  ctx: Context,
  records: readonly ArrivingRecord[],
  catalogue: Catalogue,
  naming: Naming,
): Promise<void> {
  const touches = await fileRecords(ctx, records, catalogue, naming);
  const customers = deriveCustomers(touches);
  await storeCustomers(ctx, customers);
  const asked = judgedAsked(touches, customers, catalogue, ctx.now);
  await storeVerdicts(ctx, asked.verdicts);
  await storeReasks(ctx, [], asked.reasks);
}

function tell(progress: Progress): Promise<void> {
  return new Promise((resolve, reject) =>
    process.send!(progress, (error: Error | null) => (error ? reject(error) : resolve())),
  );
}
