import type { Touch } from "../../src/touchpoints/timeline/contract.ts";
import { sayMoney } from "./say-money.ts";
import { sayWhen } from "./say-when.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** One contact in a customer's story. */
export function TouchLine({ touch, now }: { touch: Touch; now: Date }) {
  return (
    <li className={touch.cancelled ? "touch cancelled" : "touch"}>
      <p className="touch-when small">
        <time dateTime={touch.at}>{sayWhen(touch.at, now, touch.zone ?? undefined)}</time>
        {touch.place && <span> · {touch.place.name}</span>}
      </p>
      <p className="touch-what">
        <strong>{touch.touchpoint.name}</strong>
        {touch.staff && <span className="soft"> with {touch.staff.name}</span>}
        {touch.cancelled && <span className="soft"> · cancelled</span>}
      </p>
      {touch.lines.length > 0 && <p className="touch-lines">{linesOf(touch)}</p>}
      {touch.text && <p className="story">“{touch.text}”</p>}
      {touch.promises.map((promise) => (
        <p className="touch-promise small" key={promise.wording}>
          <VerdictMark meaning={promise.verdict}>{sayPromise(promise)}</VerdictMark>
        </p>
      ))}
    </li>
  );
}

function linesOf(touch: Touch): string {
  const items = touch.lines
    .slice(0, 6)
    .map((line) => (line.quantity === 1 ? line.name : `${line.quantity} × ${line.name}`));
  const more = touch.lines.length > 6 ? ` and ${touch.lines.length - 6} more` : "";
  const money = touch.amountMinor !== null && touch.currency ? ` · ${sayMoney(touch.amountMinor, touch.currency)}` : "";
  return `${items.join(", ")}${more}${money}`;
}

/** What was kept needs no story; what was not says why. */
function sayPromise(promise: Touch["promises"][number]): string {
  if (promise.verdict === "kept") return `Kept: ${promise.wording}`;
  const word = promise.verdict === "broken" ? "Broken" : "Not known";
  return `${word}: ${evidenceSays(promise.evidence) ?? promise.wording}`;
}

/** The sentence in which the server gives its reason. */
export function evidenceSays(evidence: unknown): string | null {
  if (typeof evidence !== "object" || evidence === null || !("says" in evidence)) return null;
  return typeof evidence.says === "string" ? evidence.says : null;
}
