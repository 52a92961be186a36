import type { Tasks } from "../foundation/jobs.ts";
import { trimChanges } from "./search/index.ts";

/** Jobs of those who know customers. Each may run again, or beside itself, without harm. */
export const customerTasks: Tasks = { "trim-changes": async (ctx) => void (await trimChanges(ctx)) };

/** Lines of crontab, in UTC. */
export const customerCrontab = ["*/10 * * * * trim-changes"];
