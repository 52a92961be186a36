/** What the browser knows of the world, so that nobody types a time zone. */
export function zones(): readonly string[] {
  return [
    ...new Set(["UTC", Intl.DateTimeFormat().resolvedOptions().timeZone, ...Intl.supportedValuesOf("timeZone")]),
  ].sort();
}

export function currencies(): readonly string[] {
  return Intl.supportedValuesOf("currency");
}

function guessedRegion(): string {
  const region = /-([A-Z]{2})\b/.exec(navigator.language)?.[1];
  return region && regions().includes(region) ? region : "GB";
}

/** A place where this device stands, until somebody says otherwise. */
export function placeAround(): { zone: string; region: string; currency: string } {
  const region = guessedRegion();
  const currency = region === "US" ? "USD" : region === "GB" ? "GBP" : "EUR";
  return { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, region, currency };
}

export function regionNamed(code: string): string {
  return new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code;
}

/** Two-letter codes that name a country here, in order of their names. */
export function regions(): readonly string[] {
  known ??= everyPair()
    .filter((code) => isCountry(code))
    .sort((a, b) => regionNamed(a).localeCompare(regionNamed(b)));
  return known;
}

let known: readonly string[] | undefined;

function everyPair(): string[] {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  return letters.flatMap((first) => letters.map((second) => first + second));
}

const notCountries = new Set(["EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"]);

function isCountry(code: string): boolean {
  return !notCountries.has(code) && regionNamed(code) !== code;
}
