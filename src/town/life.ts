import { seeded, type Random } from "../statistics/random.ts";
import type { ArrivingRecord } from "../touchpoints/index.ts";
import { airlineDesk, branch } from "./businesses.ts";
import { cafeVisit, signUp } from "./cafe-visit.ts";
import { daysOf, moment, type Day } from "./days.ts";
import { beansByPost, branchVisit, checkIn, putRight } from "./elsewhere.ts";
import { pastDays, type Resident, type Town } from "./town.ts";

/** Everything that the town's businesses write down of one resident, the oldest first. */
export function lifeOf(town: Town, resident: Resident): ArrivingRecord[] {
  const draw = seeded(`${town.seed}/life ${resident.person.number}`);
  const days = daysOf(town, resident.habit.place);
  const visits = visitsOf(resident, days, draw);
  const started = visits[0]?.at ?? null;
  const records = [
    ...(started !== null && resident.person.loyalty ? [signUp(resident.person, started - 60_000, draw)] : []),
    ...visits,
    ...visits.filter((visit) => isLong(visit) && draw.chance(0.5)).map((visit) => putRight(visit, visit.at! + 300_000)),
    ...errands(town, resident, days, draw),
  ];
  return records.filter((record) => record.at! <= town.until).sort((x, y) => x.at! - y.at!);
}

function visitsOf(resident: Resident, days: readonly Day[], draw: Random): ArrivingRecord[] {
  const { habit, person, stay } = resident;
  const total = habit.weekdays.reduce((sum, weight) => sum + weight, 0);
  return days.slice(stay.first, stay.last).flatMap((day, index) => {
    if (!draw.chance(Math.min(0.97, (habit.visitsPerWeek * habit.weekdays[day.weekday]!) / total))) return [];
    const hour = Math.min(
      habit.place.closes - 0.2,
      Math.max(habit.place.opens, habit.hour + draw.normal() * habit.strays),
    );
    return [cafeVisit(resident, moment(habit.place, day, hour), `visit ${person.number}-${stay.first + index}`, draw)];
  });
}

/** Flights, errands at the bank, parcels: a few a year. */
function errands(town: Town, { person }: Resident, days: readonly Day[], draw: Random): ArrivingRecord[] {
  const id = (what: string, n: number): string => `${what} ${person.number}-${n}`;
  const some = <T>(perYear: number, make: (day: Day, n: number) => T): T[] =>
    Array.from({ length: Math.floor((perYear * pastDays) / 365 + draw.next()) }, (_, n) =>
      make(draw.pick(days.slice(0, pastDays)), n),
    );
  return [
    ...some(person.account ? 0.8 : 0.2, (day, n) =>
      checkIn(person, moment(airlineDesk, day, draw.whole(5, 21)), id("flight", n), draw),
    ),
    ...some(person.phone ? 0.7 : 0, (day, n) =>
      branchVisit(person, moment(branch, day, draw.whole(9, 16)), id("branch", n), draw),
    ),
    ...some(person.account ? 1.2 : 0, (day, n) =>
      beansByPost(person, moment(branch, day, draw.whole(7, 22)), town.until, id("beans", n), draw),
    ),
  ];
}

function isLong(visit: ArrivingRecord): boolean {
  return (visit.waitSeconds?.actual ?? 0) > 300;
}
