/**
 * What an identifier is, strongest first. Rows are filed under the strongest identity of their message by this order:
 * it is code and never a setting.
 */
export const kinds = ["user id", "loyalty", "name", "email", "phone", "card", "booking", "device", "contact"] as const;

export type Kind = (typeof kinds)[number];

/** 1 is the strongest. Stored in identities.kind. */
export function strength(kind: Kind): number {
  return kinds.indexOf(kind) + 1;
}

export function kindOfStrength(strength: number): Kind {
  return kinds[strength - 1]!;
}

const weakKinds: ReadonlySet<Kind> = new Set(["email", "phone", "card", "booking", "device"]);

/** A weak identifier may be borrowed, shared or mistyped: names and birth dates are asked before it joins two people. */
export function isWeak(kind: Kind): boolean {
  return weakKinds.has(kind);
}

const limitedKinds: ReadonlySet<Kind> = new Set(["user id", "loyalty"]);

/** A customer holds at most one value of these in one scope: one account per source, one number per programme. */
export function isLimited(kind: Kind): boolean {
  return limitedKinds.has(kind);
}
