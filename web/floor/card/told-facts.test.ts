import { expect, it } from "vitest";
import { toldInWords } from "./told-facts.ts";

const told = (fact: string) => ({ fact, since: "2026-01-01T00:00:00Z", source: "till", freshUntil: null });

it("names what is theirs alone before addresses and numbers, and leaves out what the card shows anyway", () => {
  const facts = ["birthDate", "card", "diet", "email", "forename", "name", "phone", "sayIt"].map(told);
  expect(toldInWords(facts)).toEqual(["diet", "birthday", "e-mail", "telephone", "payment card"]);
});
