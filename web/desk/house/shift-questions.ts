import { queryOptions } from "@tanstack/react-query";
import type { Shift } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";

export const shiftsNow = queryOptions({
  queryKey: ["shifts"],
  queryFn: ({ signal }) => ask<{ shifts: Shift[] }>("/v1/shifts", { signal }).then((answer) => answer.shifts),
  refetchInterval: 60_000,
});
