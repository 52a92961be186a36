import { InvalidInput } from "../foundation/errors.ts";
import { placeId, type Catalogue, type Place } from "../touchpoints/index.ts";

/** The place that a request names by its code; undefined when it names none. */
export function placeOf(catalogue: Catalogue, code: string | undefined): Place | undefined {
  if (code === undefined) return undefined;
  const place = catalogue.places.get(placeId(code));
  if (!place)
    throw new InvalidInput(`There is no place with the code ${code}.`, [{ pointer: "/place", detail: "unknown" }]);
  return place;
}
