import { describe, expect, it } from "vitest";
import { rankItems, usualOrder, type Moment, type Visit } from "./usual-order.ts";

const day = 86_400_000;
const monday = Date.UTC(2026, 10, 16);

/** A visit so many days after that Monday. */
function visit(days: number, hour: number, items: readonly string[], place = "corner"): Visit {
  return { at: monday + days * day + hour * 3_600_000, hour, weekday: (((days % 7) + 7) % 7) + 1, place, items };
}

function moment(days: number, hour: number, place = "corner"): Moment {
  const { items: _, ...when } = visit(days, hour, [], place);
  return when;
}

describe("the usual order", () => {
  const mornings = Array.from({ length: 20 }, (_, n) => visit(-2 * n - 1, 8, n % 5 === 4 ? ["tea"] : ["flat white"]));
  const lunches = Array.from({ length: 20 }, (_, n) => visit(-2 * n - 1, 13, ["soup"]));

  it("says nothing of somebody who never ordered, or hardly ever", () => {
    expect(usualOrder([], moment(0, 8))).toEqual({ abstains: "no orders yet", visits: 0 });
    expect(usualOrder([visit(-1, 8, [])], moment(0, 8))).toEqual({ abstains: "no orders yet", visits: 0 });
    expect(usualOrder(mornings.slice(0, 2), moment(0, 8))).toEqual({ abstains: "too few visits", visits: 2 });
  });

  it("names the habit, with a share near the one seen and never certain", () => {
    const guess = usualOrder(mornings, moment(0, 8));
    if (!("items" in guess)) throw new Error("a habit of twenty visits can be named");
    expect(guess.items.map(({ item }) => item)).toEqual(["flat white"]);
    expect(guess.items[0]!.probability).toBeGreaterThan(0.6);
    expect(guess.items[0]!.probability).toBeLessThan(0.85);
  });

  it("knows the hour: coffee in the morning, soup at noon, also around midnight", () => {
    const both = [...mornings, ...lunches];
    expect(rankItems(both, moment(0, 8))[0]!.item).toBe("flat white");
    expect(rankItems(both, moment(0, 13))[0]!.item).toBe("soup");
    const late = Array.from({ length: 8 }, (_, n) => [
      visit(-n - 1, 23.5, ["rum"]),
      visit(-n - 1, 17, ["wine"]),
    ]).flat();
    expect(rankItems(late, moment(0, 0.5))[0]!.item).toBe("rum");
  });

  it("knows the weekday and the place", () => {
    const weeks = Array.from({ length: 40 }, (_, n) => visit(-n - 1, 9, (n + 1) % 7 === 3 ? ["cake"] : ["toast"]));
    const friday = rankItems(weeks, moment(4, 9)).find(({ item }) => item === "cake")!.probability;
    const tuesday = rankItems(weeks, moment(1, 9)).find(({ item }) => item === "cake")!.probability;
    expect(friday).toBeGreaterThan(2 * tuesday);
    const two = mornings.map((one, n) => (n % 2 ? { ...one, place: "station", items: ["espresso"] } : one));
    expect(rankItems(two, moment(0, 8, "station"))[0]!.item).toBe("espresso");
    expect(rankItems(two, moment(0, 8, "corner"))[0]!.item).toBe("flat white");
  });

  it("forgets what is long past", () => {
    const before = Array.from({ length: 30 }, (_, n) => visit(-400 - n, 8, ["cocoa"]));
    expect(rankItems([...before, ...mornings], moment(0, 8))[0]!.item).toBe("flat white");
  });

  it("abstains where nothing is likely", () => {
    const curious = Array.from({ length: 15 }, (_, n) => visit(-n - 1, 8, [`dish ${n}`]));
    expect(usualOrder(curious, moment(0, 8))).toEqual({ abstains: "nothing likely", visits: 15 });
  });

  it("says nothing once the silence is longer than a year, six usual gaps and every silence before", () => {
    const every = (gap: number) => Array.from({ length: 8 }, (_, n) => visit(-n * gap, 8, ["flat white"]));
    const saysAfter = (visits: readonly Visit[], days: number) => "items" in usualOrder(visits, moment(days, 8));
    const away = { abstains: "silent too long", visits: 8 };
    expect([saysAfter(every(7), 364), saysAfter(every(7), 367)]).toEqual([true, false]);
    expect([saysAfter(every(100), 590), saysAfter(every(100), 610)]).toEqual([true, false]);
    const cameBack = [...every(7), visit(-7 * 7 - 500, 8, ["flat white"])];
    expect([saysAfter(cameBack, 490), saysAfter(cameBack, 510)]).toEqual([true, false]);
    expect(usualOrder(every(7).toReversed(), moment(2000, 8))).toEqual(away);
    expect(rankItems(every(7), moment(2000, 8))[0]!.item).toBe("flat white");
  });

  it("does not depend on the order in which the visits are given", () => {
    const both = [...mornings, ...lunches];
    expect(usualOrder(both.toReversed(), moment(0, 8))).toEqual(usualOrder(both, moment(0, 8)));
  });
});

describe("whether the guess keeps its word", () => {
  const said = simulate(3_000, 7);

  it("comes true in 76 to 84 of a hundred visits where it says about 80 %", () => {
    const about80 = said.filter(({ probability }) => probability >= 0.75 && probability < 0.85);
    expect(about80.length).toBeGreaterThan(1_000);
    const share = about80.filter(({ came }) => came).length / about80.length;
    expect(share).toBeGreaterThan(0.76);
    expect(share).toBeLessThan(0.84);
  });

  it("is never more than eight points off in any tenth, over people of whom half mislead", () => {
    for (let low = 0.35; low < 0.9; low += 0.1) {
      const bin = said.filter(({ probability }) => probability >= low && probability < low + 0.1);
      const meant = bin.reduce((sum, { probability }) => sum + probability, 0) / bin.length;
      const share = bin.filter(({ came }) => came).length / bin.length;
      expect(Math.abs(share - meant), `at ${low}`).toBeLessThan(0.08);
    }
  });
});

/** People come back after up to five years; meanwhile a third of all habits is given up in each. */
describe("what is said to those who come back", () => {
  const away = comeBack(8_000, 11);

  it("keeps its word as long as something is said", () => {
    const said = away.filter(({ says }) => says);
    expect(said.length).toBeGreaterThan(1_000);
    expect(Math.abs(shareOf(said) - meant(said))).toBeLessThan(0.08);
  });

  it("would be promised too much by far where nothing is said", () => {
    const unsaid = away.filter(({ says }) => !says);
    expect(unsaid.length).toBeGreaterThan(1_000);
    expect(meant(unsaid) - shareOf(unsaid)).toBeGreaterThan(0.3);
  });

  it("is said to nearly everybody who comes back within their own rhythm", () => {
    const inTime = away.filter(({ silence, gap }) => silence < 4 * gap || silence < 365);
    expect(inTime.filter(({ says }) => says).length / inTime.length).toBeGreaterThan(0.98);
  });
});

type CameBack = Said & { readonly says: boolean; readonly silence: number; readonly gap: number };

/** `probability`: what is said of the likeliest item, or would be a week after their last visit. */
function comeBack(people: number, seed: number): CameBack[] {
  const random = seeded(seed);
  return Array.from({ length: people }, () => {
    const [gap, share] = [3 + random() ** 2 * 200, 0.6 + 0.38 * random()];
    let days = 0;
    const visits = Array.from({ length: 25 }, () => {
      days += gap * (0.3 - Math.log(1 - random())) * 0.8;
      return visit(days, 8, [random() < share ? "usual" : `other ${Math.floor(random() * 20)}`]);
    });
    // Half of them within a few of their own gaps.
    const silence = random() < 0.5 ? gap * (0.3 - Math.log(1 - random())) : random() * 5 * 365;
    const stays = random() < (2 / 3) ** (silence / 365);
    const guess = usualOrder(visits, moment(days + silence, 8));
    const soon = usualOrder(visits, moment(days + 7, 8));
    const best = "items" in soon ? soon.items[0]! : undefined;
    if (!best || ("abstains" in guess && guess.abstains !== "silent too long")) return [];
    return [
      {
        probability: best.probability,
        came: best.item === "usual" && stays && random() < share,
        says: "items" in guess,
        silence,
        gap,
      },
    ];
  }).flat();
}

function shareOf(said: readonly Said[]): number {
  return said.filter(({ came }) => came).length / said.length;
}

function meant(said: readonly Said[]): number {
  return said.reduce((sum, { probability }) => sum + probability, 0) / said.length;
}

type Said = { readonly probability: number; readonly came: boolean };
type Person = (when: Moment, progress: number) => readonly string[];

/** Six sorts of people; the guess is asked before the last visit of each. */
function simulate(each: number, seed: number): Said[] {
  const random = seeded(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  const other = (): string => `other ${pick(20)}`;
  const sorts: readonly (() => Person)[] = [
    function creatureOfHabit() {
      const shares = Array.from({ length: 1 + pick(4) }, () => 0.05 + 0.93 * random());
      return () => [...shares.flatMap((share, n) => (random() < share ? [`usual ${n}`] : [])), other()];
    },
    function byTheHour() {
      const share = 0.5 + 0.48 * random();
      return ({ hour }) => [random() < share ? (hour < 12 ? "coffee" : "lunch") : other()];
    },
    function byTheWeekday() {
      const [share, special] = [0.6 + 0.38 * random(), pick(7)];
      return ({ weekday }) => [random() < share ? (weekday === special ? "cake" : "tea") : other()];
    },
    function byThePlace() {
      const share = 0.6 + 0.38 * random();
      return ({ place }) => [random() < share ? `at ${place}` : other()];
    },
    function changesTheirMind() {
      const [share, when] = [0.5 + 0.48 * random(), random()];
      return (_, progress) => [random() < share ? (progress < when ? "old" : "new") : other()];
    },
    function explorer() {
      const choice = 3 + pick(30);
      return () => [...new Set(Array.from({ length: 1 + pick(3) }, () => `any ${pick(choice)}`))];
    },
  ];
  return sorts.flatMap((sort) =>
    Array.from({ length: each }, () => sort()).flatMap((person) => lastVisitOf(person, random)),
  );
}

function lastVisitOf(person: Person, random: () => number): Said[] {
  const count = 4 + Math.floor(random() ** 2 * 60);
  const gap = 1 + random() * 20;
  const home = random();
  const hours = [8 + random() * 2, 12.5 + random()];
  let at = monday;
  const visits = Array.from({ length: count }, (_, n) => {
    at -= gap * day * Math.log(1 - random());
    const hour = hours[random() < 0.5 ? 0 : 1]! + (random() - 0.5) * 2;
    const when = { at, hour, weekday: Math.floor(at / day) % 7, place: random() < home ? "corner" : "station" };
    return { ...when, items: person(when, n / count) };
  });
  const last = visits.pop()!;
  const guess = usualOrder(visits, last);
  if ("abstains" in guess) return [];
  return guess.items.map(({ item, probability }) => ({ probability, came: last.items.includes(item) }));
}

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
