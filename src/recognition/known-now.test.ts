import { describe, expect, it } from "vitest";
import { currentFacts, type ToldFact } from "../customers/index.ts";
import { doNotAsk } from "./do-not-ask.ts";
import type { KnownIdentity } from "./gather.ts";
import { knownNow } from "./known-now.ts";
import { worthAsking } from "./worth-asking.ts";

const at = (text: string): number => Date.parse(text);
const now = at("2026-06-01T12:00:00Z");
const desk = (source: string): number => (source === "desk" ? 0 : 1);

function told(name: string, value: string, source: string, since: string, freshUntil: string | null): ToldFact {
  const [first, until] = [at(since), freshUntil === null ? null : at(freshUntil)];
  return {
    id: `${name} ${value}`,
    name,
    value,
    source,
    scope: "person",
    since: first,
    observedAt: first,
    freshUntil: until,
  };
}

const stale = told("address", "Mill Lane 9", "desk", "2020-01-01", "2021-01-01");
const fresh = told("address", "Harbour Street 4", "shop", "2026-01-01", "2027-01-01");
const table = told("table", "7", "till", "2026-06-01T11:00:00Z", "2026-06-01T17:00:00Z");
const name = told("name", "Amara Oduya", "till", "2019-01-01", null);
const email: KnownIdentity = {
  id: "e",
  kind: 4,
  scope: "",
  value: "amara@example.org",
  shared: false,
  firstSeen: at("2020-01-01"),
};

function known(facts: ToldFact[], identities: KnownIdentity[] = []) {
  return knownNow({ facts, identities, touches: [], notKept: [] }, currentFacts(facts, desk), desk, now);
}

describe("what need not be asked", () => {
  it("never holds what has gone stale, nor what is true of this visit only", () => {
    expect(doNotAsk(known([name, stale, table])).map(({ fact }) => fact)).toEqual(["name"]);
    expect(known([table]).get("table")).toMatchObject({ value: "7" });
  });

  it("has the fresh answer where a better source's has gone stale", () => {
    expect(known([stale, fresh]).get("address")).toMatchObject({ value: "Harbour Street 4", source: "shop" });
  });

  it("counts an address they wrote from as an answer", () => {
    expect(known([], [email]).get("email")).toMatchObject({ value: "amara@example.org", source: "used with us" });
  });
});

describe("what is worth asking", () => {
  const asking = (facts: ToldFact[]) =>
    worthAsking(currentFacts(facts, desk), known(facts), true, 3, now)?.fact ?? null;

  it("is whether what has gone stale is still so, unless somebody knows by now", () => {
    expect(asking([name, stale])).toBe("address");
    expect(asking([name, stale, fresh])).toBeNull();
  });

  it("is nothing that was true of an earlier visit", () => {
    expect(asking([name, { ...table, freshUntil: at("2026-05-01") }])).toBeNull();
  });
});
