import type { Card } from "./card.ts";
import type { Circumstances } from "./circumstances.ts";

/** What the employee may give away; nothing was given yet where no gesture can be recorded. A key has no allowance. */
export function allowanceOf({ actor, staff, place, catalogue }: Circumstances): Card["allowance"] {
  if (actor.kind !== "staff") return null;
  const employee = staff.get(actor.id);
  if (!employee) return null;
  const at = place ?? catalogue.places.get(employee.placeId ?? "");
  return {
    leftMinor: employee.perMonthMinor,
    perGestureMinor: employee.perGestureMinor,
    currency: at?.currency ?? catalogue.installation.currency,
  };
}
