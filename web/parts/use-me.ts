import { useQuery } from "@tanstack/react-query";
import type { Me } from "../../src/staff/index.ts";
import { ask } from "./ask.ts";

export type Role = Me["staff"]["role"];

/** Who is signed in on this device, and where they work. */
export const me = {
  queryKey: ["me"],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask<Me>("/v1/me", { signal }),
  staleTime: 5 * 60_000,
} as const;

export function useMe(): Me | undefined {
  return useQuery(me).data;
}

/** Where a role's work begins. */
export function homeOf(role: Role): "/floor" | "/desk/ledger" | "/desk/timeline" {
  if (role === "front line") return "/floor";
  return role === "executive" ? "/desk/ledger" : "/desk/timeline";
}

/** Executives look at figures, not at customers. */
export function seesCustomers(role: Role): boolean {
  return role !== "executive";
}

export function hasFloor(role: Role): boolean {
  return seesCustomers(role);
}

/** The front line is left alone with the floor. */
export function hasDesk(role: Role): boolean {
  return role !== "front line";
}
