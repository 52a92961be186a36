import { customerCrontab, customerTasks } from "./customers/index.ts";
import type { Tasks } from "./foundation/jobs.ts";
import { promiseCrontab, promiseTasks } from "./touchpoints/index.ts";

/** What follows from changes, by the name it is enqueued under. */
export const tasks: Tasks = { ...customerTasks, ...promiseTasks };

/** What is done by the clock, in UTC. */
export const crontab = [...customerCrontab, ...promiseCrontab].join("\n");
