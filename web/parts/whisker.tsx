import type { Estimate } from "./estimate.ts";

/** How far a share can be trusted: a dot where it was seen, a line over where it may truly be. */
export function Whisker({ estimate, scale = [0, 1] }: { estimate: Estimate; scale?: readonly [number, number] }) {
  const at = (share: number): number =>
    (100 * (Math.min(scale[1], Math.max(scale[0], share)) - scale[0])) / (scale[1] - scale[0]);
  return (
    <svg className="whisker" width="100%" height="16" aria-hidden focusable="false">
      <line className="whisker-scale" x1="0%" x2="100%" y1="8" y2="8" />
      <line className="whisker-reach" x1={`${at(estimate.low)}%`} x2={`${at(estimate.high)}%`} y1="8" y2="8" />
      <line className="whisker-end" x1={`${at(estimate.low)}%`} x2={`${at(estimate.low)}%`} y1="3" y2="13" />
      <line className="whisker-end" x1={`${at(estimate.high)}%`} x2={`${at(estimate.high)}%`} y1="3" y2="13" />
      <circle className="whisker-dot" cx={`${at(estimate.value)}%`} cy="8" r="4.5" />
    </svg>
  );
}
