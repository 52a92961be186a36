import { catalogueId } from "./catalogue-id.ts";
import type { Installation } from "./installation.ts";
import type { TouchpointPromise } from "./promise.ts";
import type { Touchpoint } from "./touchpoint.ts";

export type Place = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly zone: string;
  readonly region: string;
  readonly currency: string;
};

/** Somebody who serves, as touches name them; accounts and roles are the staff folder's. */
export type StaffName = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly placeId: string | null;
};

export type Item = {
  readonly id: string;
  readonly source: string;
  readonly code: string;
  readonly name: string | null;
};

export function placeId(code: string): string {
  return catalogueId("place", code);
}

export function staffId(code: string): string {
  return catalogueId("staff", code);
}

/** Where customers meet us, what we promise there, and the names of places, people and things. By id. */
export type Catalogue = {
  readonly installation: Installation;
  /** Each touchpoint's rows, earliest first. */
  readonly touchpoints: ReadonlyMap<string, readonly Touchpoint[]>;
  /** All promises ever made at a touchpoint, by the touchpoint's id. */
  readonly promises: ReadonlyMap<string, readonly TouchpointPromise[]>;
  readonly places: ReadonlyMap<string, Place>;
  readonly staff: ReadonlyMap<string, StaffName>;
  readonly items: ReadonlyMap<string, Item>;
};

type Valid = { readonly validFrom: Date; readonly validUntil: Date | null };

function holdsAt(row: Valid, at: Date): boolean {
  return row.validFrom <= at && (row.validUntil === null || at < row.validUntil);
}

/** What was true of a touchpoint at a moment; of a moment before all its rows, what was true first. */
export function touchpointAt(catalogue: Catalogue, id: string, at: Date): Touchpoint | undefined {
  const rows = catalogue.touchpoints.get(id);
  return rows?.findLast((row) => holdsAt(row, at)) ?? rows?.[0];
}

/** The promises in force at a touchpoint at a moment. */
export function promisesAt(catalogue: Catalogue, touchpointId: string, at: Date): readonly TouchpointPromise[] {
  return (catalogue.promises.get(touchpointId) ?? []).filter((promise) => holdsAt(promise, at));
}

/** What the clocks show where a touch happened. */
export function zoneAt(catalogue: Catalogue, placeId: string | null): string {
  return (placeId === null ? undefined : catalogue.places.get(placeId)?.zone) ?? catalogue.installation.zone;
}
