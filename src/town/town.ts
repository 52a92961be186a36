import { seeded, type Random } from "../statistics/random.ts";
import { habitOf, type Habit } from "./habit.ts";
import { households, type Share } from "./household.ts";
import type { Person } from "./person.ts";

/** A simulated town: the same seed and size give the same people, habits and days on every machine. */
export type Town = {
  readonly seed: string;
  readonly residents: number;
  /** From when to when it was simulated so far, in milliseconds since 1970; later it goes on where it stopped. */
  readonly from: number;
  readonly until: number;
};

/** Days after the town's first, on which somebody came for the first time and will have come for the last. */
export type Stay = { readonly first: number; readonly last: number };

export type Resident = { readonly person: Person; readonly habit: Habit; readonly stay: Stay };

/** How long the town has lived when it is first seen. */
export const pastDays = 180;

/** All residents or a share of them, one household after the other; a million are never in memory at once. */
export function* householdsOf(town: Town, share: Share = everybody): Generator<readonly Resident[]> {
  const draw = seeded(town.seed);
  for (const family of households(town.residents, draw, share)) yield family.map((person) => residentOf(person, draw));
}

export function* residentsOf(town: Town): Generator<Resident> {
  for (const household of householdsOf(town)) yield* household;
}

const everybody: Share = { first: 0, beyond: Infinity };

function residentOf(person: Person, draw: Random): Resident {
  const own = draw.fork(`habit ${person.number}`);
  return { person, habit: habitOf(own), stay: stayOf(own) };
}

/** Half were there from the first day, the others came one by one; one in eight stops coming some day. */
function stayOf(draw: Random): Stay {
  const first = draw.chance(0.5) ? 0 : draw.whole(0, pastDays - 1);
  return { first, last: draw.chance(0.12) ? draw.whole(first, 2 * pastDays) : Infinity };
}
