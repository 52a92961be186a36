import { ask } from "../parts/ask.ts";

/** True until the installation has its owner. */
export async function setUpNeeded(): Promise<boolean> {
  return (await ask<{ needed: boolean }>("/v1/setup")).needed;
}
