import type { Card } from "../../../src/recognition/index.ts";
import { sayNearDay } from "../../parts/say-when.ts";
import { asSentence, capital } from "../../parts/sentence.ts";
import { VerdictSign } from "../../parts/verdict-mark.tsx";

type Props = { failure: NonNullable<Card["lastFailure"]>; now: Date; zone: string | undefined };

/** What hurts comes first after the name, until it is healed. */
export function LastTime({ failure, now, zone }: Props) {
  const meaning = failure.healed ? "healing" : "broken";
  return (
    <div className={`last-time ${meaning}`}>
      <VerdictSign meaning={meaning} size={26} />
      <div>
        <p className="last-time-what">{asSentence(failure.what)}</p>
        <p>
          {capital(sayNearDay(failure.at, now, zone))}.{" "}
          {failure.healed ? "Put right since." : <strong>Not yet put right.</strong>}
        </p>
      </div>
    </div>
  );
}
