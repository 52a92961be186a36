/** What a value was seen with over standing evidence: accounts by kind and scope, and different names. */
export type SeenWith = { readonly accounts: readonly number[]; readonly names: number };

/** A value seen with more accounts of one scope, or more different names, than these is a shop's telephone, nobody's own. */
export const sharing = { accounts: 3, names: 12 } as const;

export function isShared(seen: SeenWith): boolean {
  return seen.names > sharing.names || seen.accounts.some((count) => count > sharing.accounts);
}
