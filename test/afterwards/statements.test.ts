import { beforeEach, expect, it } from "vitest";
import { entriesOf, inCorpus, readCorpus, writeCorpus } from "../statements/corpus.ts";
import { statementsHeard } from "../statements/heard.ts";
import { lint } from "../statements/lint.ts";
import { isAboutData } from "../statements/statement.ts";

const heard = statementsHeard().filter(({ text }) => isAboutData(text));

beforeEach(({ skip }) => skip(heard.length === 0, "no statements were heard: these follow the tests that send them"));

it("every statement that the tests sent keeps the rules of SCALE", () => {
  const found = heard.flatMap(({ origin, text }) =>
    lint(text).map(({ rule, detail }) => `${origin}: ${detail}  [${rule}]\n${text}`),
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
