import type { SetUpState } from "../../src/staff/index.ts";
import { ask } from "../parts/ask.ts";

/** `needed` until the installation has its owner. */
export const setUpState = {
  queryKey: ["set-up"],
  queryFn: () => ask<SetUpState>("/v1/setup"),
  retry: false,
} as const;

export async function setUpNeeded(): Promise<boolean> {
  return (await setUpState.queryFn()).needed;
}
