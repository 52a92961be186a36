import { Temporal } from "temporal-polyfill";
import type { ArrivingRecord } from "../touchpoints/index.ts";
import { cafes, menu, source, staff } from "./businesses.ts";
import { dateAt, dayOf, moment } from "./days.ts";
import type { Resident, Town } from "./town.ts";

const harbour = cafes[0]!;
const item = (code: string) => menu.find((one) => one.code === code)!;

/** The town's best-known regular: the card of the demonstration, the tour and many a test is hers. */
export const amara: Resident = {
  person: {
    number: -1,
    household: -1,
    forename: "Amara",
    surname: "Oduya",
    birthDate: "1987-05-14",
    email: "amara.oduya@example.org",
    phone: "+4915112345678",
    loyalty: "L2019",
    card: "card-amara-4242",
    account: "a-amara",
    diet: "nuts",
  },
  habit: {
    place: harbour,
    elsewhere: 0,
    visitsPerWeek: 3,
    weekdays: [1, 1, 1, 1, 1, 0.2, 0.1],
    hour: 8.2,
    strays: 0.5,
    usual: [
      { item: item("flat-white"), chance: 0.86 },
      { item: item("almond-croissant"), chance: 0.62 },
    ],
    favourite: staff.find((one) => one.code === "ana"),
  },
  stay: { first: 0, last: Infinity },
};

/** What everybody at the harbour remembers of her: how to say her name, since when she comes, and last Tuesday. */
export function amaraRemembered(town: Town): ArrivingRecord[] {
  const ids = { loyalty: amara.person.loyalty! };
  const years = moment(harbour, dayOf(Temporal.PlainDate.from("2019-03-04")), 8.5);
  const waited = moment(harbour, dayOf(lastTuesday(town)), 8.6);
  const visit = { source: source.cafe, channel: "in person", place: harbour.code, staff: "maya", ids } as const;
  return [
    { ...visit, messageId: "amara first", at: years, touchpoint: "counter", facts: { sayIt: "oh-DOO-ya" } },
    {
      ...visit,
      messageId: `amara waited ${lastTuesday(town).toString()}`,
      at: waited,
      touchpoint: "counter",
      waitSeconds: { promised: 300, actual: 840 },
      currency: "EUR",
      lines: [{ item: "flat-white", name: "Flat white", quantity: 1, amountMinor: 390 }],
    },
  ];
}

function lastTuesday(town: Town): Temporal.PlainDate {
  const today = dateAt(harbour, town.until);
  return today.subtract({ days: ((today.dayOfWeek + 4) % 7) + 1 });
}
