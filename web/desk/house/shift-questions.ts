import { queryOptions } from "@tanstack/react-query";
import type { Me, Shift } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";

export const shiftsNow = queryOptions({
  queryKey: ["shifts"],
  queryFn: ({ signal }) => ask<{ shifts: Shift[] }>("/v1/shifts", { signal }).then((answer) => answer.shifts),
  refetchInterval: 60_000,
});

/** Managers note shifts at their own place; those without a place of their own, and administrators, everywhere. */
export function mayNoteShiftsAt(place: string, who: Me | undefined): boolean {
  if (who?.staff.role === "administrator") return true;
  return who?.staff.role === "manager" && (who.staff.place === null || who.staff.place === place);
}
