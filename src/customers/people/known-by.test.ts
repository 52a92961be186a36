import { describe, expect, it } from "vitest";
import { databaseForThisTest } from "../../../test/database.ts";
import { contextOn, naming } from "../../../test/play-history.ts";
import { ingest, type ArrivingRecord } from "../../touchpoints/index.ts";
import { identity } from "../identity.ts";
import { identifierInWords, knownBy, peopleOf } from "./index.ts";

const id = "3f2a91bc-0000-8000-8000-000000000000";

describe("somebody without a name", () => {
  it("is known by the strongest identifier, and by a number of ours where that is partly hidden", () => {
    const loyalty = { kind: "loyalty", scope: "main", value: "LC-204417" } as const;
    expect(knownBy(id, loyalty)).toBe("loyalty LC-204417");
    expect(knownBy(id, { kind: "user id", scope: "shop", value: "17850" })).toBe("account 17850 (shop)");
    expect(knownBy(id, { kind: "phone", scope: "", value: "+351912345678" })).toBe("phone •••• 5678 · 3f2a");
    expect(knownBy(id, { kind: "contact", scope: "till", value: "1" })).toBe("no. 3f2a91bc");
    expect(knownBy(id, undefined)).toBe("no. 3f2a91bc");
  });

  it("is told from the next in a list, although both have an address at the same place", async () => {
    const ctx = contextOn(await databaseForThisTest());
    const booked = (messageId: string, email: string, name?: string): ArrivingRecord => ({
      source: "till",
      messageId,
      at: Date.UTC(2026, 0, 5),
      touchpoint: "visit",
      ids: { email },
      ...(name && { facts: { name } }),
    });
    await ingest(
      ctx,
      [booked("1", "anna@example.org"), booked("2", "amir@example.org"), booked("3", "c@example.org", "Cleo")],
      naming,
    );
    const ids = ["anna@example.org", "amir@example.org", "c@example.org"].map(
      (one) => identity("email", "", one, naming).id,
    );
    const people = await peopleOf(ctx.db, ids, () => 0);
    const [anna, amir, cleo] = ids.map((one) => people.get(one));
    expect(anna).toMatchObject({
      name: null,
      knownBy: expect.stringMatching(/^email a•••@example\.org · [0-9a-f]{4}$/),
    });
    expect(amir!.knownBy).not.toBe(anna!.knownBy);
    expect(cleo).toMatchObject({ name: "Cleo", knownBy: null });
  });
});

it("never says a way to reach somebody whole, nor one that stands beside a name", () => {
  const beside = { kind: "name", scope: "email  anna@example.org", value: "anna" } as const;
  expect(identifierInWords(beside)).toBe("the name anna beside email a•••@example.org");
  expect(identifierInWords({ kind: "card", scope: "", value: "tok-4242-tom" })).toBe("card •••• -tom");
});
