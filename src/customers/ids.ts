/** Identifiers as a record states them, as text, several where a person has several. */
export type Ids = {
  readonly userId?: string;
  readonly loyalty?: string | { readonly programme: string; readonly number: string };
  readonly email?: string | readonly string[];
  readonly phone?: string | readonly string[];
  readonly card?: string;
  readonly booking?: string;
  readonly device?: string;
};

/** What naming identities needs: the installation's key, and the region of telephone numbers without a country. */
export type Naming = { readonly key: Buffer; readonly region: string };
