import { describe, expect, it } from "vitest";
import type { ArrivingRecord } from "../touchpoints/index.ts";
import { cafes, airlineDesk } from "./businesses.ts";
import { dateAt, dayOf, moment } from "./days.ts";
import { householdsOf, lifeOf, residentsOf, type Resident, type Town } from "./index.ts";

const until = Date.UTC(2026, 5, 1, 12);
const townOf = (residents: number): Town => ({
  seed: "a town",
  residents,
  from: until - 180 * 86_400_000,
  until,
});

describe("a town told in shares", () => {
  const town = townOf(1000);
  const namesIn = (first: number, beyond: number): string[] =>
    [...householdsOf(town, { first, beyond })].flat().map(({ person }) => `${person.number} ${person.email}`);

  it("is the same town, wherever it is cut", () => {
    const whole = [...residentsOf(town)].map(({ person }) => `${person.number} ${person.email}`);
    expect(whole).toHaveLength(1000);
    for (const cut of [1, 333, 334, 335, 336, 999]) expect([...namesIn(0, cut), ...namesIn(cut, 1000)]).toEqual(whole);
  });

  it("never has somebody of a household in two shares", () => {
    const numbers = (first: number, beyond: number) =>
      new Set([...householdsOf(town, { first, beyond })].flat().map(({ person }) => person.household));
    const [some, others] = [numbers(0, 500), numbers(500, 1000)];
    expect([...some].filter((household) => others.has(household))).toEqual([]);
  });
});

describe("a town of a million", () => {
  const million = townOf(1_000_000);
  const far = figures([...householdsOf(million, { first: 990_000, beyond: 1_000_000 })], million);
  const small = figures([...householdsOf(townOf(10_000))], townOf(10_000));

  it("lives as a small one does, up to its last streets", () => {
    const about = (share: number) => [share * 0.85, share * 1.15] as const;
    for (const [what, share] of Object.entries(far.shares)) {
      const [low, high] = about(small.shares[what]!);
      expect(share, what).toBeGreaterThan(low);
      expect(share, what).toBeLessThan(high);
    }
  });

  it("has about twenty-two touches for each resident", () => {
    expect(far.touchesEach).toBeGreaterThan(20);
    expect(far.touchesEach).toBeLessThan(24);
  });

  it("has far more names, and common ones are still common", () => {
    expect(far.surnames).toBeGreaterThan(10 * 116);
    expect(far.mostCommon).toBeGreaterThan(5);
    expect(far.mostCommon).toBeLessThan(100);
  });
});

it("shows the same time on the clock on every day, also when it is put back", () => {
  const harbour = cafes[0]!;
  const hourOf = (time: number): number => new Date(time).getUTCHours();
  const dayAt = (time: number) => dayOf(dateAt(harbour, time));
  expect(hourOf(moment(harbour, dayAt(Date.UTC(2026, 9, 24, 12)), 8))).toBe(6);
  expect(hourOf(moment(harbour, dayAt(Date.UTC(2026, 9, 25, 12)), 8))).toBe(7);
  expect(hourOf(moment(harbour, dayAt(Date.UTC(2026, 9, 25, 12)), 1))).toBe(23);
  expect(hourOf(moment(airlineDesk, dayAt(Date.UTC(2026, 9, 26, 12)), 8))).toBe(8);
});

type Figures = {
  readonly shares: Readonly<Record<string, number>>;
  readonly touchesEach: number;
  readonly surnames: number;
  readonly mostCommon: number;
};

function figures(households: readonly (readonly Resident[])[], town: Town): Figures {
  const everybody = households.flat();
  const people = everybody.map(({ person }) => person);
  const records = everybody.flatMap((resident) => lifeOf(town, resident));
  const share = <T>(all: readonly T[], of: (one: T) => boolean): number => all.filter(of).length / all.length;
  const at = (touchpoint: string): ArrivingRecord[] => records.filter((record) => record.touchpoint === touchpoint);
  const phones = timesOf(people.flatMap(({ phone }) => phone ?? []));
  const surnames = new Map(people.map(({ number, surname }) => [number, surname]));
  const visits = at("counter").filter(({ waitSeconds }) => waitSeconds);
  return {
    shares: {
      "people by household": people.length / households.length,
      "a loyalty card": share(people, ({ loyalty }) => loyalty !== null),
      "a shared telephone": share(people, ({ phone }) => phone !== null && phones.get(phone)! > 1),
      "nobody knows who": share(records, ({ ids }) => Object.values(ids).every((id) => id === undefined)),
      "a long wait": share(visits, ({ waitSeconds }) => waitSeconds!.actual! > 300),
      "put right": at("recovery").length / visits.filter(({ waitSeconds }) => waitSeconds!.actual! > 300).length,
      "asked again": share(at("branch-counter"), ({ asked }) => asked!.length > 0),
      "beans by post": at("order").length / people.length,
      "written as it is": share(
        at("profile"),
        ({ messageId, facts }) => facts!["surname"] === surnames.get(Number(messageId.replace(/\D/g, ""))),
      ),
    },
    touchesEach: records.length / people.length,
    surnames: new Set(people.map(({ surname }) => surname)).size,
    mostCommon: Math.max(...timesOf(people.map(({ forename, surname }) => `${forename} ${surname}`)).values()),
  };
}

function timesOf(texts: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}
