import { useQuery } from "@tanstack/react-query";
import type { LedgerFigure } from "../../../src/touchpoints/ledger/contract.ts";
import type { EstimateOrNot } from "../../parts/estimate.ts";
import { inPercent, sayShare } from "../../parts/figure.tsx";
import { sayDay } from "../../parts/say-when.ts";
import type { LedgerFilters } from "../filters.ts";
import { ledgerOf } from "./ledger-questions.ts";
import { sharedScale } from "./scale.ts";

type Scale = readonly [number, number];

const height = 120;
const margin = 8;

/** The same figure, a week at a time: each with its reach, so that a wobble is not read as a trend. The table by week says it in numbers. */
export function WeekByWeek({ filters, zone }: { filters: LedgerFilters; zone: string }) {
  const { data } = useQuery(ledgerOf({ ...filters, by: "week" }, zone));
  const weeks = data?.by === "week" ? data.figures.toSorted((a, b) => a.key.localeCompare(b.key)) : [];
  return (
    <figure className="weeks">
      <figcaption className="figure-label">Week by week</figcaption>
      {weeks.length < 2 ? (
        <p className="soft">Two weeks or more are needed to see anything move.</p>
      ) : (
        <Drawn weeks={weeks} scale={sharedScale(weeks.map((week) => week.share))} />
      )}
    </figure>
  );
}

function Drawn({ weeks, scale }: { weeks: readonly LedgerFigure[]; scale: Scale }) {
  const [first, last] = [weeks[0]!, weeks.at(-1)!];
  return (
    <>
      <p className="unseen">{inWords(weeks)}</p>
      <div className="weeks-drawn" aria-hidden>
        <span className="weeks-top">{sayShare(scale[1])}</span>
        <span className="weeks-bottom">{sayShare(scale[0])}</span>
        <svg width="100%" height={height}>
          {scale.map((share) => (
            <line key={share} className="weeks-line" x1="0" x2="100%" y1={yOf(share, scale)} y2={yOf(share, scale)} />
          ))}
          {weeks.map((week, index) => (
            <Week key={week.key} share={week.share} x={`${(100 * (index + 0.5)) / weeks.length}%`} scale={scale} />
          ))}
        </svg>
        <span className="weeks-first">{sayDay(first.key, new Date(), "UTC")}</span>
        <span className="weeks-last">{sayDay(last.key, new Date(), "UTC")}</span>
      </div>
    </>
  );
}

function Week({ share, x, scale }: { share: EstimateOrNot; x: string; scale: Scale }) {
  if (!("value" in share)) {
    return (
      <text className="weeks-text" x={x} y={height / 2} textAnchor="middle">
        ?
      </text>
    );
  }
  return (
    <>
      <line className="whisker-reach" x1={x} x2={x} y1={yOf(share.low, scale)} y2={yOf(share.high, scale)} />
      <circle className="whisker-dot" cx={x} cy={yOf(share.value, scale)} r="4.5" />
    </>
  );
}

function yOf(share: number, [low, high]: Scale): number {
  return margin + (1 - (share - low) / (high - low)) * (height - 2 * margin);
}

function inWords(weeks: readonly LedgerFigure[]): string {
  return weeks.map(({ key, share }) => `${sayDay(key, new Date(), "UTC")}: ${sharesInWords(share)}`).join("; ");
}

function sharesInWords(share: EstimateOrNot): string {
  if (!("value" in share)) return "too few to say";
  const { value, low, high } = inPercent(share);
  return `${value}, ${low} to ${high}`;
}
