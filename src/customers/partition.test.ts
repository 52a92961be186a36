import { describe, expect, it } from "vitest";
import type { Edge, Node } from "./evidence.ts";
import { strength, type Kind } from "./kind.ts";
import { partition } from "./partition.ts";

const node = (id: string, kind: Kind, about: Partial<Node> = {}): Node => ({
  id,
  kind,
  scope: kind === "user id" ? "till" : "",
  firstSeen: 0,
  out: false,
  names: [],
  births: [],
  ...about,
});
const seen = (x: Node, y: Node, at = 0): Edge => {
  const [a, b] = x.id < y.id ? [x.id, y.id] : [y.id, x.id];
  return { a, b, sort: "seen", strength: Math.max(strength(x.kind), strength(y.kind)), at };
};
const groups = (result: ReturnType<typeof partition>): string[] =>
  result.customers.map(({ members }) => members.join("+")).sort();

describe("who is one person", () => {
  const anna = node("u1", "user id", { names: ["anna weber"] });
  const ben = node("u2", "user id", { names: ["ben weber"] });
  const email = node("e1", "email");

  it("joins what was seen together", () => {
    expect(groups(partition([anna, email], [seen(anna, email)], []))).toEqual(["e1+u1"]);
  });

  it("gives a shared e-mail address to whoever was first seen with it, and keeps the other's reason", () => {
    const result = partition([anna, ben, email], [seen(anna, email, 1), seen(ben, email, 2)], []);
    expect(groups(result)).toEqual(["e1+u1", "u2"]);
    expect([...result.refusals.values()]).toEqual([{ because: "limit", a: "u1", b: "u2" }]);
  });

  it("lets stronger evidence go before earlier evidence", () => {
    const card = node("c1", "card");
    const result = partition(
      [anna, ben, email, card],
      [seen(ben, card, 0), seen(anna, email, 5), seen(email, card, 1)],
      [],
    );
    expect(groups(result)).toEqual(["c1+u2", "e1+u1"]);
  });

  it("keeps Anna and Ben apart who book on one telephone, as a household", () => {
    const [annaThere, benThere] = [
      node("n1", "name", { names: ["anna weber"] }),
      node("n2", "name", { names: ["ben weber"] }),
    ];
    const phone = node("p1", "phone");
    const result = partition([annaThere, benThere, phone], [seen(annaThere, phone, 1), seen(benThere, phone, 2)], []);
    expect(groups(result)).toEqual(["n1+p1", "n2"]);
    expect([...result.refusals.values()]).toEqual([{ because: "names", a: "n1", b: "n2" }]);
  });

  it("joins nobody over a value that is out", () => {
    const shop = node("p1", "phone", { out: true });
    expect(groups(partition([anna, ben, shop], [seen(anna, shop), seen(ben, shop)], []))).toEqual(["p1", "u1", "u2"]);
  });

  it("follows a person who says that two accounts are one, in all that hangs on them", () => {
    const said: Edge = { a: "u1", b: "u2", sort: "said", strength: 1, at: 9, saying: "s1" };
    const same = { ...ben, names: ["rosa diaz"] };
    expect(groups(partition([anna, same, email], [seen(anna, email), seen(same, email), said], []))).toEqual([
      "e1+u1+u2",
    ]);
  });

  it("makes two people of two accounts that each named the family's tablet their own", () => {
    const tablet = node("d1", "device");
    const said = (account: Node, saying: string): Edge => ({
      a: "d1",
      b: account.id,
      sort: "said",
      strength: 8,
      at: 9,
      saying,
    });
    const result = partition([anna, ben, tablet], [said(anna, "s1"), said(ben, "s2")], []);
    expect(groups(result)).toEqual(["d1+u1", "u2"]);
  });

  it("never joins two that somebody said are not the same", () => {
    const result = partition([anna, email], [seen(anna, email)], [{ a: "e1", b: "u1" }]);
    expect(groups(result)).toEqual(["e1", "u1"]);
    expect([...result.refusals.values()]).toEqual([{ because: "apart", a: "e1", b: "u1" }]);
  });

  it("asks for birth dates where the evidence has a weak end", () => {
    const older = node("l1", "loyalty", { births: ["1950-01-01"] });
    const younger = node("e2", "email", { births: ["1980-01-01"] });
    expect(groups(partition([older, younger], [seen(older, younger)], []))).toEqual(["e2", "l1"]);
  });

  it("names the customer after the strongest identity, then the earliest, then the smallest id", () => {
    const [late, early] = [node("a-late", "email", { firstSeen: 9 }), node("z-early", "email", { firstSeen: 1 })];
    expect(partition([late, early], [seen(late, early)], []).customers[0]!.id).toBe("z-early");
    expect(partition([late, anna], [seen(late, anna)], []).customers[0]!.id).toBe("u1");
  });
});
