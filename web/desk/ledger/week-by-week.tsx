import { useQuery } from "@tanstack/react-query";
import type { LedgerFigure } from "../../../src/touchpoints/ledger/contract.ts";
import type { EstimateOrNot } from "../../parts/estimate.ts";
import { inPercent, sayShare } from "../../parts/figure.tsx";
import { sayDay } from "../../parts/say-when.ts";
import type { LedgerFilters } from "../filters.ts";
import { ledgerOf } from "./ledger-questions.ts";
import { sharedScale } from "./scale.ts";

type Props = { filters: LedgerFilters; zone: string; open: (key: string) => void };

const width = 640;
const height = 150;
const foot = 24;

/** The same figure, a week at a time: each with its reach, so that a wobble is not read as a trend. The table by week says it in numbers. */
export function WeekByWeek({ filters, zone }: Props) {
  const { data } = useQuery(ledgerOf({ ...filters, by: "week" }, zone));
  const weeks = data?.by === "week" ? data.figures.slice().sort((a, b) => a.key.localeCompare(b.key)) : [];
  const scale = sharedScale(weeks.map((week) => week.share));
  return (
    <figure className="weeks">
      <figcaption className="figure-label">Week by week</figcaption>
      <p className="unseen">{inWords(weeks)}</p>
      {weeks.length < 2 ? (
        <p className="soft">Two weeks or more are needed to see anything move.</p>
      ) : (
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden>
          <ScaleLines scale={scale} />
          {weeks.map((week, index) => (
            <Week
              key={week.key}
              week={week}
              x={xOf(index, weeks.length)}
              scale={scale}
              named={index === 0 || index === weeks.length - 1}
              last={index > 0}
            />
          ))}
        </svg>
      )}
    </figure>
  );
}

function ScaleLines({ scale }: { scale: readonly [number, number] }) {
  return [scale[0], scale[1]].map((share) => (
    <g key={share}>
      <line className="weeks-line" x1="52" x2={width} y1={yOf(share, scale)} y2={yOf(share, scale)} />
      <text className="weeks-text" x="46" y={yOf(share, scale) + 4} textAnchor="end">
        {sayShare(share)}
      </text>
    </g>
  ));
}

type WeekProps = { week: LedgerFigure; x: number; scale: readonly [number, number]; named: boolean; last: boolean };

function Week({ week, x, scale, named, last }: WeekProps) {
  const { share } = week;
  return (
    <g>
      {"value" in share ? (
        <>
          <line className="whisker-reach" x1={x} x2={x} y1={yOf(share.low, scale)} y2={yOf(share.high, scale)} />
          <circle className="whisker-dot" cx={x} cy={yOf(share.value, scale)} r="4.5" />
        </>
      ) : (
        <text className="weeks-text" x={x} y={yOf((scale[0] + scale[1]) / 2, scale)} textAnchor="middle">
          ?
        </text>
      )}
      {named && (
        <text className="weeks-text" x={x} y={height - 4} textAnchor={last ? "end" : "start"}>
          {sayDay(week.key, new Date(), "UTC")}
        </text>
      )}
    </g>
  );
}

function xOf(index: number, count: number): number {
  return 70 + (index * (width - 84)) / (count - 1);
}

function yOf(share: number, [low, high]: readonly [number, number]): number {
  return 10 + (1 - (share - low) / (high - low)) * (height - foot - 14);
}

function inWords(weeks: readonly LedgerFigure[]): string {
  return weeks.map(({ key, share }) => `${sayDay(key, new Date(), "UTC")}: ${sharesInWords(share)}`).join("; ");
}

function sharesInWords(share: EstimateOrNot): string {
  if (!("value" in share)) return "too few to say";
  const { value, low, high } = inPercent(share);
  return `${value}, ${low} to ${high}`;
}
