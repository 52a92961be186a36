import { dayAt, daysBetween } from "./day.ts";
import { counted, inWords } from "./in-words.ts";
import type { Circumstances, Evidence, JudgedTouch, Judgement } from "./rule.ts";

const cancelledStatuses = new Set(["cancelled", "canceled"]);
const deliveredStatuses = new Set(["delivered", "completed", "fulfilled", "picked up"]);

/**
 * Delivered by the promised date. The two readings differ wherever a promise is stored as midnight of its day: by day,
 * anything on that calendar day keeps it; by timestamp, only what came before midnight does. The evidence says which.
 */
export function delivered(by: "day" | "timestamp", touch: JudgedTouch, { zone, asOf }: Circumstances): Judgement {
  const reading = by === "day" ? `by the promised calendar day in ${zone}` : "by the promised moment";
  if (!touch.promisedAt)
    return { verdict: "unknown", dueAt: null, evidence: { says: "no date was promised", reading } };
  const due = by === "day" ? dayDue(zone, touch.promisedAt) : momentDue(touch.promisedAt);
  // As of that moment, a delivery noted for later has not happened yet.
  const arrived = touch.deliveredAt && touch.deliveredAt <= asOf ? touch.deliveredAt : null;
  const evidence = { reading, promised: due.promised, delivered: arrived && due.show(arrived) };
  if (arrived) return whenDelivered(due, arrived, evidence);
  const excuse = whyNotJudged(touch);
  if (excuse) return { verdict: "unknown", dueAt: null, evidence: { says: excuse, ...evidence } };
  return due.isPast(asOf)
    ? { verdict: "broken", dueAt: due.at, evidence: { says: `not delivered by ${due.promised}`, ...evidence } }
    : {
        verdict: "unknown",
        dueAt: due.at,
        evidence: { says: `not delivered yet, promised for ${due.promised}`, ...evidence },
      };
}

type Due = {
  readonly at: Date;
  readonly promised: string;
  show(moment: Date): string;
  isPast(moment: Date): boolean;
  late(arrived: Date): string;
};

function whenDelivered(due: Due, arrived: Date, evidence: Omit<Evidence, "says">): Judgement {
  const shown = due.show(arrived);
  return due.isPast(arrived)
    ? {
        verdict: "broken",
        dueAt: due.at,
        evidence: { says: `delivered ${shown}, ${due.late(arrived)} after ${due.promised}`, ...evidence },
      }
    : {
        verdict: "kept",
        dueAt: due.at,
        evidence: { says: `delivered ${shown}, promised for ${due.promised}`, ...evidence },
      };
}

function dayDue(zone: string, promisedAt: Date): Due {
  const { date, endsAt } = dayAt(zone, promisedAt);
  const show = (moment: Date): string => dayAt(zone, moment).date;
  return {
    at: new Date(endsAt),
    promised: date,
    show,
    isPast: (moment) => moment.getTime() >= endsAt,
    late: (arrived) => counted(daysBetween(date, show(arrived)), "day"),
  };
}

function momentDue(promisedAt: Date): Due {
  return {
    at: promisedAt,
    promised: promisedAt.toISOString(),
    show: (moment) => moment.toISOString(),
    isPast: (moment) => moment > promisedAt,
    late: (arrived) => inWords((arrived.getTime() - promisedAt.getTime()) / 1000),
  };
}

function whyNotJudged(touch: JudgedTouch): string | null {
  const status = (touch.status ?? "").trim().toLowerCase();
  if (touch.cancelled || cancelledStatuses.has(status)) return "it was cancelled before it was delivered";
  if (deliveredStatuses.has(status) && !touch.deliveredAt) return "it was delivered, but nobody noted when";
  return null;
}
