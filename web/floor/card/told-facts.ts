import type { Card } from "../../../src/recognition/index.ts";
import { factWord } from "../../parts/fact-word.ts";

type Told = Card["doNotAsk"];

// What stands at the head of the card anyway.
const shownAbove = new Set(["name", "forename", "surname", "sayIt", "title"]);
const waysToReach = ["birthDate", "email", "phone", "loyalty", "card"];

/** What one might be tempted to ask for: first what is theirs alone, then birthday, addresses and numbers. */
export function toldInWords(facts: Told): string[] {
  const tempting = facts.filter(({ fact }) => !shownAbove.has(fact)).map(({ fact }) => fact);
  const rank = (fact: string): number => waysToReach.indexOf(fact);
  return [...new Set(tempting)].sort((a, b) => rank(a) - rank(b)).map(factWord);
}
