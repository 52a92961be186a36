import type { Estimate, EstimateOrNot } from "../parts/estimate.ts";
import { sayDay } from "../parts/say-when.ts";
import "./trend.css";

/** A week by its Monday, and its figure. */
export type TrendWeek = { readonly key: string; readonly figure: EstimateOrNot };
type Scale = readonly [number, number];

type Props = {
  readonly weeks: readonly TrendWeek[];
  readonly scale: Scale;
  /** A figure in words: a share in percent, a rate per hundred. */
  readonly say: (figure: Estimate) => { readonly value: string; readonly low: string; readonly high: string };
  readonly sayEnd: (value: number) => string;
};

const height = 120;
const margin = 8;

/** One figure, a week at a time: each with its reach, so that a wobble is not read as a trend. The table by week says it in numbers. */
export function Trend({ weeks, ...drawing }: Props) {
  return (
    <figure className="weeks">
      <figcaption className="figure-label">Week by week</figcaption>
      {weeks.length < 2 ? (
        <p className="soft">Two weeks or more are needed to see anything move.</p>
      ) : (
        <Drawn weeks={weeks} {...drawing} />
      )}
    </figure>
  );
}

function Drawn({ weeks, scale, say, sayEnd }: Props) {
  const [first, last] = [weeks[0]!, weeks.at(-1)!];
  return (
    <>
      <p className="unseen">{weeks.map((week) => inWords(week, say)).join("; ")}</p>
      <div className="weeks-drawn" aria-hidden>
        <span className="weeks-top">{sayEnd(scale[1])}</span>
        <span className="weeks-bottom">{sayEnd(scale[0])}</span>
        <svg width="100%" height={height}>
          {scale.map((end) => (
            <line key={end} className="weeks-line" x1="0" x2="100%" y1={yOf(end, scale)} y2={yOf(end, scale)} />
          ))}
          {weeks.map((week, index) => (
            <Week key={week.key} figure={week.figure} x={`${(100 * (index + 0.5)) / weeks.length}%`} scale={scale} />
          ))}
        </svg>
        <span className="weeks-first">{sayDay(first.key, new Date(), "UTC")}</span>
        <span className="weeks-last">{sayDay(last.key, new Date(), "UTC")}</span>
      </div>
    </>
  );
}

function Week({ figure, x, scale }: { figure: EstimateOrNot; x: string; scale: Scale }) {
  if (!("value" in figure)) {
    return (
      <text className="weeks-text" x={x} y={height / 2} textAnchor="middle">
        ?
      </text>
    );
  }
  return (
    <>
      <line className="whisker-reach" x1={x} x2={x} y1={yOf(figure.low, scale)} y2={yOf(figure.high, scale)} />
      <circle className="whisker-dot" cx={x} cy={yOf(figure.value, scale)} r="4.5" />
    </>
  );
}

/** What lies beyond the scale ends at its end. */
function yOf(value: number, [low, high]: Scale): number {
  const within = Math.min(high, Math.max(low, value));
  return margin + (1 - (within - low) / (high - low)) * (height - 2 * margin);
}

function inWords({ key, figure }: TrendWeek, say: Props["say"]): string {
  if (!("value" in figure)) return `${sayDay(key, new Date(), "UTC")}: too few to say`;
  const { value, low, high } = say(figure);
  return `${sayDay(key, new Date(), "UTC")}: ${value}, ${low} to ${high}`;
}
