// A process of its own, to be killed in the middle of a job: says so once it is there, and never finishes.
import { databaseOn, openPool } from "../src/foundation/database/database.ts";
import { sql } from "../src/foundation/database/sql.ts";
import { startJobs } from "../src/foundation/jobs.ts";
import { openLog } from "../src/foundation/log.ts";

const pool = openPool({ connectionString: process.argv[2], max: 4 });
const tasks = {
  greet: async (): Promise<void> => {
    await databaseOn(pool).run(sql`insert into settings (name, value) values ('begun', '1')`);
    process.stdout.write("begun\n");
    await new Promise(() => setInterval(() => {}, 1000));
  },
};
await startJobs({ pool, clock: () => new Date(), log: openLog("silent"), tasks });
