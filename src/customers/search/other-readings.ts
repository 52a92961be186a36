import type { Words } from "./words.ts";

const most = 4;

/**
 * A space may be missing, be one too many or stand a letter off: "annaweber", "an na weber", "ann aweber". Readings whose
 * new words are all known names; or, `loosely`, one of them, the surer ones first.
 */
export function otherReadings(
  words: readonly string[],
  vocabulary: Words,
  loosely: boolean,
): readonly (readonly string[])[] {
  const isKnown = (text: string): boolean =>
    text.length > 2 && (vocabulary.frequency[vocabulary.idOf(text) ?? -1] ?? 0) > 0;
  const possible = [...joined(words), ...shifted(words), ...parted(words)].flatMap(({ at, count, made }) => {
    const known = made.filter(isKnown);
    if (known.length === 0 || (known.length < made.length && !loosely)) return [];
    return [{ reading: [...words.slice(0, at), ...made, ...words.slice(at + count)], known: known.join("").length }];
  });
  return possible
    .sort((a, b) => b.known - a.known)
    .slice(0, most)
    .map(({ reading }) => reading);
}

/** From the word at `at`, `count` words become these. */
type Reading = { readonly at: number; readonly count: number; readonly made: readonly string[] };

function joined(words: readonly string[]): Reading[] {
  return words.slice(1).map((word, i) => ({ at: i, count: 2, made: [words[i]! + word] }));
}

function shifted(words: readonly string[]): Reading[] {
  return words.slice(1).flatMap((word, i) => {
    const whole = words[i]! + word;
    const places = [words[i]!.length - 1, words[i]!.length + 1].filter((at) => at > 0 && at < whole.length);
    return places.map((at) => ({ at: i, count: 2, made: [whole.slice(0, at), whole.slice(at)] }));
  });
}

function parted(words: readonly string[]): Reading[] {
  return words.flatMap((word, i) => {
    const places = Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => at + 2);
    return places.map((at) => ({ at: i, count: 1, made: [word.slice(0, at), word.slice(at)] }));
  });
}
