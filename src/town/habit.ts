import type { Random } from "../statistics/random.ts";
import { cafes, menu, staff, type MenuItem, type TownPlace, type TownStaff } from "./businesses.ts";

/** How somebody lives with the café: the truth that a card should come to know. */
export type Habit = {
  readonly place: TownPlace;
  /** Another café now and then. */
  readonly elsewhere: number;
  readonly visitsPerWeek: number;
  /** Chance of each weekday, Monday first, relative to the others. */
  readonly weekdays: readonly number[];
  /** Local hour they like, and how far they stray from it. */
  readonly hour: number;
  readonly strays: number;
  /** What they order and how surely, each by itself. */
  readonly usual: readonly { readonly item: MenuItem; readonly chance: number }[];
  /** Who they like to be served by. */
  readonly favourite: TownStaff | undefined;
};

const workdays = [1, 1, 1, 1, 1, 0.3, 0.1];
const everyDay = [1, 1, 1, 1, 1, 1.2, 1];
const weekends = [0.1, 0.1, 0.1, 0.2, 0.6, 1.5, 1.2];

export function habitOf(draw: Random): Habit {
  const place = draw.weighted<TownPlace>([
    [cafes[0]!, 5],
    [cafes[1]!, 3],
    [cafes[2]!, 4],
  ]);
  return {
    place,
    elsewhere: draw.chance(0.3) ? 0.2 : 0.03,
    // A few come every day, most now and then: the mean is about one visit a week.
    visitsPerWeek: Math.min(6, 0.25 + 0.9 * draw.exponential() * draw.exponential()),
    weekdays: draw.weighted([
      [workdays, 5],
      [everyDay, 3],
      [weekends, 2],
    ]),
    hour:
      draw.weighted([
        [8, 5],
        [10, 2],
        [13, 3],
        [16, 2],
      ]) +
      draw.normal() * 0.5,
    strays: 0.4 + draw.next() * 1.4,
    usual: usualOf(draw),
    favourite: draw.chance(0.4)
      ? draw.pick(staff.filter((one) => one.place === place.code && one.role !== "executive"))
      : undefined,
  };
}

function usualOf(draw: Random): Habit["usual"] {
  const [drinks, food] = [menu.filter((item) => item.drink), menu.filter((item) => !item.drink)];
  const main = popular(drinks, draw);
  const other = popular(
    drinks.filter((item) => item !== main),
    draw,
  );
  const bite = popular(food, draw);
  return [
    { item: main, chance: 0.6 + 0.35 * draw.next() },
    { item: other, chance: 0.1 * draw.next() },
    { item: bite, chance: draw.chance(0.6) ? 0.2 + 0.6 * draw.next() : 0.05 },
  ];
}

function popular(items: readonly MenuItem[], draw: Random): MenuItem {
  return items[Math.floor(items.length * draw.next() ** 1.5)]!;
}
