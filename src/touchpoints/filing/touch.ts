import type { Identity } from "../../customers/index.ts";
import { touchpointAt, type Catalogue } from "../catalogue/catalogue.ts";
import { judgeTouch, type PromiseJudged } from "../promise/judge-touch.ts";
import type { StandingTouch } from "../promise/standing-touches.ts";
import { whole, type Draft } from "./draft.ts";
import type { Line } from "./line.ts";
import type { Piece } from "./piece.ts";

/** A message as it is stored: everything about it stands under its strongest identity and its time. */
export type Touch = {
  readonly id: string;
  readonly source: string;
  readonly identity: Identity;
  readonly others: readonly Identity[];
  readonly at: number;
  readonly told: Piece;
  readonly lines: readonly Line[];
  readonly visit: boolean;
  readonly channel: string;
  readonly amountMinor: number | null;
  readonly cancelled: boolean;
};

export function touchOf(draft: Draft, catalogue: Catalogue): Touch {
  const told = whole(draft);
  const [first, ...others] = told.identities;
  const at = told.at ?? draft.arrivedAt;
  const touchpoint = touchpointAt(catalogue, told.touchpointId, new Date(at));
  const lines = [...draft.lines.values()];
  return {
    id: draft.message,
    source: draft.source,
    identity: first!,
    others,
    at,
    told,
    lines,
    visit: (touchpoint?.visit ?? false) && told.cancels === undefined,
    channel: told.channel ?? touchpoint?.channel ?? "in person",
    amountMinor: told.amountMinor ?? sumOf(lines),
    cancelled: draft.cancelledBy.length > 0,
  };
}

function sumOf(lines: readonly Line[]): number | null {
  const amounts = lines.flatMap((line) => line.amountMinor ?? []);
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Most touches are at touchpoints where nothing was ever promised: of those nothing is looked at. */
export function judgedPromises(touch: Touch, catalogue: Catalogue, asOf: Date): PromiseJudged[] {
  const mayBeJudged = !touch.cancelled && catalogue.promises.has(touch.told.touchpointId);
  return mayBeJudged ? judgeTouch(catalogue, standing(touch), asOf) : [];
}

/** As it will be read back. */
function standing({ id, identity, at, told, visit, cancelled }: Touch): StandingTouch {
  return {
    identity: identity.id,
    id,
    at: new Date(at),
    touchpointId: told.touchpointId,
    placeId: told.placeId ?? null,
    visit,
    cancelled,
    status: told.status ?? null,
    asked: told.asked ?? null,
    promisedAt: dateOf(told.promisedAt),
    deliveredAt: dateOf(told.deliveredAt),
    waitSeconds: {
      promised: told.waitSeconds?.promised ?? null,
      actual: told.waitSeconds?.actual ?? null,
      perceived: told.waitSeconds?.perceived ?? null,
    },
  };
}

export function dateOf(time: number | undefined): Date | null {
  return time === undefined ? null : new Date(time);
}
