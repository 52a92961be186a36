import { beforeEach, expect, it } from "vitest";
import { entriesOf, inCorpus, isProduct, readCorpus, writeCorpus } from "../statements/corpus.ts";
import { statementsHeard } from "../statements/heard.ts";
import { lint, lintPair, ours, productRules, statementRules } from "../statements/lint.ts";
import { isAboutData } from "../statements/statement.ts";
import { pairsHeard } from "../statements/transactions.ts";

const heard = statementsHeard().filter(({ text }) => isAboutData(text));

beforeEach(({ skip }) => skip(heard.length === 0, "no statements were heard: these follow the tests that send them"));

it("every statement that the tests sent keeps the rules of SCALE", () => {
  const found = heard.flatMap(({ origin, text }) =>
    lint(text, ours, isProduct(origin) ? { ...statementRules, ...productRules } : statementRules).map(
      ({ rule, detail }) => `${origin}: ${detail}  [${rule}]\n${text}`,
    ),
  );
  expect(found.sort().join("\n\n")).toBe("");
});

it("every transaction of the product writes what stands everywhere before what is distributed", () => {
  const pairs = pairsHeard().filter(
    ({ origin, before, after }) => isProduct(origin) && [before, after].every(isAboutData),
  );
  const found = pairs.flatMap(({ origin, before, after }) =>
    lintPair(before, after).map(({ detail }) => `${origin}: ${detail}\n${before}\n…\n${after}`),
  );
  expect(found.sort().join("\n\n")).toBe("");
});

it("every statement of the product stands in test/statements.corpus.sql; `npm run corpus` adds it", () => {
  const entries = entriesOf(heard.filter(({ byChance }) => !byChance));
  if (process.env["REGULARS_CORPUS"] === "renew") writeCorpus(entries);
  const corpus = readCorpus();
  const missing = entries.filter((entry) => !corpus.includes(`\n${inCorpus(entry)}`));
  expect(missing.map(inCorpus).join("\n")).toBe("");
});

it("the corpus is sorted, and holds each statement once", () => {
  const entries = readCorpus()
    .split(/^(?=-- src\/)/m)
    .slice(1)
    .map((entry) => entry.trim());
  expect(entries).toEqual([...new Set(entries)].sort());
});
