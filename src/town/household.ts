import type { Random } from "../statistics/random.ts";
import { family, familySize, type Person } from "./person.ts";

/** Which residents, by number: the first, and the first who is not among them any more. */
export type Share = { readonly first: number; readonly beyond: number };

/**
 * Everybody in the town, household by household. A household belongs to the share in which its first member is counted:
 * shares that follow each other make the whole town, and nobody in one is seen with somebody in another.
 */
export function* households(count: number, random: Random, { first, beyond }: Share): Generator<readonly Person[]> {
  for (let number = 0, household = 0; number < Math.min(count, beyond); household++) {
    const draw = random.fork(`household ${household}`);
    const size = Math.min(count - number, familySize(draw));
    if (number >= first) yield [...family({ first: number, household, size }, count, draw)];
    number += size;
  }
}
