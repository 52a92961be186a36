import { kindOfStrength, knownBy } from "../customers/index.ts";
import type { KnownIdentity } from "./gather.ts";

/** A customer has the id of its strongest identity. */
export function knownByStrongest(customer: string, identities: readonly KnownIdentity[]): string {
  const strongest = identities.find(({ id }) => id === customer);
  return knownBy(customer, strongest && { ...strongest, kind: kindOfStrength(strongest.kind) });
}
