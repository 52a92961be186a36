import type { Identity } from "../../customers/index.ts";
import { promisesAt, touchpointAt, zoneAt, type Catalogue } from "../catalogue/catalogue.ts";
import { judge } from "../promise/judge.ts";
import type { Judgement, PromiseRule } from "../promise/rule.ts";
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

export type JudgedPromise = Judgement & { readonly promiseId: string };

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

/** What was promised at this touchpoint at that time, judged. What needs a look at the customer is judged afterwards. */
export function judgedPromises(touch: Touch, catalogue: Catalogue, asOf: Date): JudgedPromise[] {
  const { told } = touch;
  if (touch.cancelled) return [];
  const zone = zoneAt(catalogue, told.placeId ?? null);
  const judged = {
    at: new Date(touch.at),
    status: told.status ?? null,
    cancelled: false,
    asked: told.asked ?? null,
    promisedAt: dateOf(told.promisedAt),
    deliveredAt: dateOf(told.deliveredAt),
    waitSeconds: {
      promised: told.waitSeconds?.promised ?? null,
      actual: told.waitSeconds?.actual ?? null,
      perceived: told.waitSeconds?.perceived ?? null,
    },
  };
  const promises = promisesAt(catalogue, told.touchpointId, new Date(touch.at));
  return promises
    .filter(({ rule }) => concerns(rule, told))
    .map((promise) => ({ promiseId: promise.id, ...judge(promise.rule, judged, { zone, asOf }) }));
}

// An order without a promised date is no broken promise and no open one; a wait that nobody measured is worth knowing;
// what was asked is judged once the customer is known.
function concerns(rule: PromiseRule, told: Piece): boolean {
  if (rule.kind === "delivered") return told.promisedAt !== undefined;
  return rule.kind === "served";
}

export function dateOf(time: number | undefined): Date | null {
  return time === undefined ? null : new Date(time);
}
