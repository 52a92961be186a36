import { setImmediate as othersFirst } from "node:timers/promises";

/**
 * Maps, and lets everything else that waits have its turn every few steps: what somebody else holds a lock for must not
 * wait for the whole of a large batch.
 */
export async function inTurns<From, To>(
  all: readonly From[],
  step: (one: From, index: number) => To,
  stepsATurn = 10,
): Promise<To[]> {
  const done: To[] = [];
  for (const [index, one] of all.entries()) {
    if (index > 0 && index % stepsATurn === 0) await othersFirst();
    done.push(step(one, index));
  }
  return done;
}
