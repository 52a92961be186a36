import { seeded } from "../statistics/random.ts";
import type { ArrivingRecord } from "../touchpoints/index.ts";
import { airlineDesk, branch, cafes } from "./businesses.ts";
import { cafeVisit } from "./cafe-visit.ts";
import { dateAt } from "./days.ts";
import { appointment, branchVisit, checkIn } from "./elsewhere.ts";
import type { Resident, Town } from "./town.ts";

const minute = 60_000;

/** Whatever the hour of a demonstration, somebody has just come in everywhere, and somebody is expected at the branch. */
export function today(town: Town, residents: readonly Resident[]): ArrivingRecord[] {
  const day = dateAt(branch, town.until).toString();
  const draw = seeded(`${town.seed}/today ${day}`);
  const just = (): number => town.until - draw.whole(4, 80) * minute;
  const known = residents.filter(({ person }) => person.loyalty && person.phone);
  return [
    ...cafes.flatMap((cafe) =>
      known
        .filter(({ habit }) => habit.place === cafe && habit.elsewhere < 0.1)
        .slice(0, 5)
        .map((resident) => cafeVisit(resident, just(), `today ${day} ${resident.person.number}`, draw)),
    ),
    ...known
      .slice(-4)
      .map(({ person }) => checkIn(person, just(), `today ${airlineDesk.code} ${day} ${person.number}`, draw)),
    ...known
      .slice(-7, -4)
      .map(({ person }) => branchVisit(person, just(), `today ${branch.code} ${day} ${person.number}`, draw)),
    ...known
      .slice(-12, -7)
      .map(({ person }, n) =>
        appointment(
          person,
          town.until + (20 + 35 * n) * minute,
          town.until - 2 * 86_400_000,
          `appointment ${day} ${person.number}`,
        ),
      ),
  ];
}
