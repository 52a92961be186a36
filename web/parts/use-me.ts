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

/** Managers and administrators work at the desk; the front line is left alone with the floor. */
export function hasDesk(role: Role): boolean {
  return role !== "front line";
}
