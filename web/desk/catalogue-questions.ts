import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Colleague, StaffMember } from "../../src/staff/index.ts";
import type { ChangeEntry, TouchpointEntry } from "../../src/touchpoints/index.ts";
import { ask } from "../parts/ask.ts";
import { useMe } from "../parts/use-me.ts";

export const touchpoints = queryOptions({
  queryKey: ["touchpoints"],
  queryFn: ({ signal }) =>
    ask<{ touchpoints: TouchpointEntry[] }>("/v1/touchpoints", { signal }).then((answer) => answer.touchpoints),
  staleTime: 60_000,
});

export function changesOf(touchpoint: string) {
  return queryOptions({
    queryKey: ["touchpoints", touchpoint, "changes"],
    queryFn: ({ signal }) =>
      ask<{ changes: ChangeEntry[] }>(`/v1/touchpoints/${encodeURIComponent(touchpoint)}/changes`, { signal }).then(
        (answer) => answer.changes,
      ),
  });
}

export const staff = queryOptions({
  queryKey: ["staff"],
  queryFn: ({ signal }) => ask<{ staff: StaffMember[] }>("/v1/staff", { signal }).then((answer) => answer.staff),
  staleTime: 60_000,
});

const colleagues = queryOptions({
  queryKey: ["staff", "colleagues"],
  queryFn: ({ signal }) =>
    ask<{ colleagues: Colleague[] }>("/v1/colleagues", { signal }).then((answer) => answer.colleagues),
  staleTime: 60_000,
});

const nobody: readonly Colleague[] = [];
const nowhere: readonly TouchpointEntry[] = [];

/** Those who lead may know who works here; for others a choice of employees is left out. */
export function useColleagues(): readonly Colleague[] {
  const role = useMe()?.staff.role;
  return useQuery({ ...colleagues, enabled: role === "manager" || role === "administrator" }).data ?? nobody;
}

export function useTouchpoints(): readonly TouchpointEntry[] {
  return useQuery(touchpoints).data ?? nowhere;
}
