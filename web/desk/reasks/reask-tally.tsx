import type { Reasks } from "../../../src/touchpoints/asks/contract.ts";
import { sayCount } from "../../parts/say-money.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";

type Counts = Pick<Reasks["total"], "reasks" | "asked" | "contacts" | "unheard">;

/** What a rate is made of. */
export function ReaskTally({ reasks, asked, contacts, unheard }: Counts) {
  return (
    <span className="reask-tally number">
      <VerdictMark meaning="broken">{sayCount(reasks)} asked again</VerdictMark>
      <span className="soft">
        of {sayCount(asked)} questions, in {sayCount(contacts)} contacts
      </span>
      {unheard > 0 && (
        <span className="soft small">
          Left out: {sayCount(unheard)} contacts where nobody writes down what they ask.
        </span>
      )}
    </span>
  );
}
