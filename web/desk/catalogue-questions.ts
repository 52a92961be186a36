import { queryOptions, useQuery } from "@tanstack/react-query";
import type { StaffMember } from "../../src/staff/index.ts";
import type { TouchpointEntry } from "../../src/touchpoints/index.ts";
import { ask } from "../parts/ask.ts";
import { useMe } from "../parts/use-me.ts";

export const touchpoints = queryOptions({
  queryKey: ["touchpoints"],
  queryFn: ({ signal }) =>
    ask<{ touchpoints: TouchpointEntry[] }>("/v1/touchpoints", { signal }).then((answer) => answer.touchpoints),
  staleTime: 60_000,
});

export const staff = queryOptions({
  queryKey: ["staff"],
  queryFn: ({ signal }) => ask<{ staff: StaffMember[] }>("/v1/staff", { signal }).then((answer) => answer.staff),
  staleTime: 60_000,
});

const nobody: readonly StaffMember[] = [];
const nowhere: readonly TouchpointEntry[] = [];

/** Only administrators may read the list; for others a choice of employees is left out. */
export function useStaff(): readonly StaffMember[] {
  const owner = useMe()?.staff.role === "administrator";
  return useQuery({ ...staff, enabled: owner }).data ?? nobody;
}

export function useTouchpoints(): readonly TouchpointEntry[] {
  return useQuery(touchpoints).data ?? nowhere;
}
