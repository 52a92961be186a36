import type { Tasks } from "../../foundation/jobs.ts";
import { judgeAskedAgain } from "../filing/asked.ts";
import { judgeAfterChanges } from "./judge-again.ts";
import { judgeWhatFellDue } from "./judge-what-fell-due.ts";

/** Jobs of the promise ledger. Each may run again, or beside itself, without harm. */
export const promiseTasks: Tasks = {
  "judge-what-fell-due": async (ctx) => void (await judgeWhatFellDue(ctx)),
  "judge-asked": async (ctx, { identities }: { identities: string[] }) => judgeAskedAgain(ctx, identities),
  "judge-after-changes": async (ctx) => void (await judgeAfterChanges(ctx)),
};

/** Lines of crontab, in UTC. */
export const promiseCrontab = ["* * * * * judge-what-fell-due", "* * * * * judge-after-changes"];
