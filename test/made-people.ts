import { seeded, type Random } from "../src/statistics/random.ts";

/** Invented people in households, written down once or several times with slips; `person` says who a row really is. */
export type MadePeople = {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly person: readonly number[];
};

const madeFields = [
  "forename",
  "surname",
  "birth_date",
  "email",
  "phone",
  "street",
  "street_number",
  "city",
  "postcode",
];

export type Making = {
  readonly records: number;
  readonly seed: string;
  readonly again?: number;
  readonly slips?: number;
  readonly gaps?: number;
};

const syllables = "ma ri an to be lu ka so ni el da jo mi ra ve ti no sa le ha er in us or ul".split(" ");
const providers = ["gmail.example", "web.example", "mail.example", "firm.example"];

/** `again` is the chance of one more row of a person, `slips` and `gaps` those of a slip and of nothing in a field. */
export function madePeople({ records, seed, again = 0.3, slips = 0.1, gaps = 0.06 }: Making): MadePeople {
  const random = seeded(seed);
  const town = townOf(random);
  const rows: string[][] = [];
  const person: number[] = [];
  for (let id = 0; rows.length < records;) {
    const home = homeOf(random, town);
    for (let member = random.weighted(householdSizes); member > 0 && rows.length < records; member--, id++) {
      const plain = memberOf(random, town, home);
      for (let first = true; rows.length < records && (first || random.chance(again)); first = false) {
        rows.push(first ? plain : plain.map((value, field) => written(random, value, field, slips, gaps)));
        person.push(id);
      }
    }
  }
  return { fields: madeFields, rows, person };
}

const householdSizes = [
  [1, 0.4],
  [2, 0.35],
  [3, 0.15],
  [4, 0.1],
] as const;

type Town = {
  readonly forename: () => string;
  readonly surname: () => string;
  readonly street: () => string;
  readonly places: readonly string[];
};
type Home = {
  readonly surname: string;
  readonly phone: string;
  readonly street: string;
  readonly number: string;
  readonly place: number;
};

function townOf(random: Random): Town {
  const word = (count: number): string => Array.from({ length: count }, () => random.pick(syllables)).join("");
  const words = (count: number, short: number, long: number): string[] =>
    Array.from({ length: count }, () => word(random.whole(short, long)));
  // The commonest of a list is drawn hundreds of times as often as the rarest, as with real names.
  const some = (list: readonly string[]) => () => list[Math.floor(list.length * random.next() ** 2)]!;
  return {
    forename: some(words(1500, 2, 3)),
    surname: some(words(30_000, 2, 4)),
    street: some(words(20_000, 3, 4)),
    places: words(2000, 3, 3),
  };
}

function homeOf(random: Random, { surname, street, places }: Town): Home {
  const place = Math.floor(places.length * random.next() ** 1.5);
  const phone = random.chance(0.3) ? phoneNumber(random) : "";
  return { surname: surname(), phone, street: `${street()} street`, number: String(random.whole(1, 150)), place };
}

function phoneNumber(random: Random): string {
  return `01${String(random.whole(10_000_000, 999_999_999))}`;
}

function memberOf(random: Random, { forename, surname, places }: Town, home: Home): string[] {
  const name = forename();
  const family = random.chance(0.85) ? home.surname : surname();
  const email = random.chance(0.5) ? `${name}.${family}${random.whole(1, 99)}@${random.pick(providers)}` : "";
  const phone = home.phone !== "" || random.chance(0.3) ? home.phone : phoneNumber(random);
  const postcode = String(10_000 + 7 * home.place).slice(-5);
  return [name, family, dateOf(random), email, phone, home.street, home.number, places[home.place]!, postcode];
}

function dateOf(random: Random): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${random.whole(1940, 2005)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
}

const numeric = new Set([2, 4, 6, 8]);

function written(random: Random, value: string, field: number, slips: number, gaps: number): string {
  if (random.chance(gaps)) return "";
  if (!random.chance(slips) || value.length < 2) return value;
  return numeric.has(field) ? value.replace(/\d(?=\D*$)/, () => String(random.whole(0, 9))) : mistyped(random, value);
}

function mistyped(random: Random, word: string): string {
  const at = random.whole(0, word.length - 2);
  const letter = random.pick([..."aeionrst"]);
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  return random.pick([
    before + after,
    before + letter + word.slice(at),
    before + letter + after,
    before + word[at + 1]! + word[at]! + word.slice(at + 2),
  ]);
}
