import type { SeenTouch } from "./gather.ts";

export type Face = { readonly staffId: string; readonly visits: number; readonly warmth: number };

const halfLifeDays = 90;

/** Who this customer is used to, the most familiar first. A contact counts half as much every 90 days. */
export function facesIn(touches: readonly SeenTouch[], now: number): readonly Face[] {
  const faces = new Map<string, { staffId: string; visits: number; warmth: number }>();
  for (const { staffId, at } of touches) {
    if (staffId === null) continue;
    let face = faces.get(staffId);
    if (!face) faces.set(staffId, (face = { staffId, visits: 0, warmth: 0 }));
    face.visits += 1;
    face.warmth += 2 ** ((at - now) / (halfLifeDays * 86_400_000));
  }
  return [...faces.values()].sort((a, b) => b.warmth - a.warmth || (a.staffId < b.staffId ? -1 : 1));
}
