import { ChevronRight } from "lucide-react";
import type { Estimate, EstimateOrNot } from "./estimate.ts";
import { sayCount } from "./say-money.ts";
import { Whisker } from "./whisker.tsx";
import "./figure.css";

/** A figure and the ends of its interval, in words. */
type Said = { readonly value: string; readonly low: string; readonly high: string };

type Props = {
  /** What is counted: "Promises kept". */
  readonly label: string;
  readonly figure: EstimateOrNot;
  /** The rows that made it. Every figure has some. */
  readonly open: () => void;
  readonly large?: boolean;
  /** The ends of the scale, the same for figures that stand below one another. */
  readonly scale?: readonly [number, number];
  /** In percent, where nothing else is said. */
  readonly say?: (figure: Estimate) => Said;
  readonly children?: React.ReactNode;
};

/** Every rate in the house looks like this: the value, its interval as a whisker, how many, and the rows behind it one press away. */
export function Figure({ label, figure, open, large = false, scale, say = inPercent, children }: Props) {
  return (
    <button
      type="button"
      className={large ? "figure large" : "figure"}
      onClick={open}
      aria-label={`${saidAloud(label, figure, say)} Show the rows.`}
    >
      {large && <span className="figure-label">{label}</span>}
      {"value" in figure ? (
        <Known figure={figure} scale={scale} say={say} />
      ) : (
        <TooFew reason={figure.cannotSay} large={large} />
      )}
      {children}
      <ChevronRight className="figure-go" size={18} aria-hidden />
    </button>
  );
}

type KnownProps = { figure: Estimate; scale: readonly [number, number] | undefined; say: (figure: Estimate) => Said };

function Known({ figure, scale, say }: KnownProps) {
  const said = say(figure);
  return (
    <>
      <span className="figure-value number">{said.value}</span>
      <span className="figure-whisker">
        <Whisker estimate={figure} {...(scale ? { scale } : {})} />
        <span className="figure-reach number">
          {said.low} to {said.high}, n {sayCount(figure.n)}
        </span>
      </span>
    </>
  );
}

function TooFew({ reason, large }: { reason: string; large: boolean }) {
  return (
    <span className="figure-too-few" title={reason}>
      <span>Too few to say</span>
      {large && <span className="small soft">{reason}</span>}
    </span>
  );
}

function saidAloud(label: string, figure: EstimateOrNot, say: (figure: Estimate) => Said): string {
  if (!("value" in figure)) return `${label}: too few to say; ${figure.cannotSay}.`;
  const { value, low, high } = say(figure);
  return `${label}: ${value}, between ${low} and ${high}, of ${sayCount(figure.n)}.`;
}

/** As many digits as the interval allows: a decimal only where the reach is narrower than three points. */
export function inPercent({ value, low, high }: Estimate): Said {
  const digits = high - low < 0.03 ? 1 : 0;
  return { value: sayShare(value, digits), low: sayShare(low, digits), high: sayShare(high, digits) };
}

export function sayShare(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)} %`;
}
