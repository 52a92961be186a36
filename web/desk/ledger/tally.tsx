import { sayCount } from "../../parts/say-money.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";

export function Tally({ kept, broken, unknown }: { kept: number; broken: number; unknown: number }) {
  return (
    <span className="tally number">
      <VerdictMark meaning="kept">{sayCount(kept)} kept</VerdictMark>
      <VerdictMark meaning="broken">{sayCount(broken)} broken</VerdictMark>
      <VerdictMark meaning="unknown">{sayCount(unknown)} not known</VerdictMark>
    </span>
  );
}
