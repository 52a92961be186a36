import type { Random } from "../statistics/random.ts";
import { cultures } from "./name-lists.ts";
import { rareShare, rareSurname, secondForename } from "./rare-names.ts";

/** Somebody who lives in the town. This is the truth; what the tills write down of it is another matter. */
export type Person = {
  readonly number: number;
  readonly household: number;
  readonly forename: string;
  readonly surname: string;
  readonly birthDate: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Of the café, where they have one. */
  readonly loyalty: string | null;
  readonly card: string | null;
  /** Account in the café's app and in the airline's, where they have one. */
  readonly account: string | null;
  readonly diet: string | null;
};

export function familySize(draw: Random): number {
  return draw.weighted([
    [1, 45],
    [2, 32],
    [3, 12],
    [4, 11],
  ]);
}

type Family = { readonly first: number; readonly household: number; readonly size: number };

/** A household shares its telephone at home, some an e-mail address. */
export function* family({ first, household, size }: Family, residents: number, draw: Random): Generator<Person> {
  const culture = draw.weighted(shares);
  const rare = draw.fork("rare names");
  const often = rareShare(residents);
  const usual = common(culture.surnames, draw);
  const surname = rare.chance(often) ? rareSurname(culture, rare) : usual;
  const [homePhone, sharesEmail] = [phoneOf(household), draw.chance(0.12)];
  for (let member = 0; member < size; member++) {
    const number = first + member;
    const forename = common(culture.forenames, draw);
    const ownPhone = phoneOf(500_000_000 + number);
    yield {
      number,
      household,
      forename: rare.chance(often / 2) ? secondForename(forename, culture, rare) : forename,
      surname,
      birthDate: `${draw.whole(1942, 2006)}-${two(draw.whole(1, 12))}-${two(draw.whole(1, 28))}`,
      email: draw.chance(0.7) ? `guest${sharesEmail ? first : number}@example.org` : null,
      phone: draw.chance(0.75) ? (size > 1 && draw.chance(0.3) ? homePhone : ownPhone) : null,
      loyalty: draw.chance(0.55) ? `L${100_000 + number}` : null,
      card: draw.chance(0.8) ? `card-${number}-${draw.whole(1000, 9999)}` : null,
      account: draw.chance(0.45) ? `a-${number}` : null,
      diet: draw.chance(0.12) ? draw.pick(["nuts", "gluten", "lactose", "vegan"]) : null,
    };
  }
}

const shares = cultures.map((culture) => [culture, culture.share] as const);

/** The first names on a list are common, the last ones rare. */
function common(list: readonly string[], draw: Random): string {
  return list[Math.floor(list.length * draw.next() ** 1.7)]!;
}

/** German mobile numbers of a block that is not given to anybody's phone here: the town is made up. */
function phoneOf(number: number): string {
  return `+49151${String(10_000_000 + (number % 80_000_000))}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
