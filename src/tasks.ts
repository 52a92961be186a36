import type { Tasks } from "./foundation/jobs.ts";

/** What follows from changes, by the name it is enqueued under. */
export const tasks: Tasks = {};
