import { Fragment } from "react";
import type { Card } from "../../../src/recognition/index.ts";
import { factWord } from "../../parts/fact-word.ts";
import { sayDay } from "../../parts/say-when.ts";
import { Row } from "./row.tsx";
import { toldInWords } from "./told-facts.ts";

type Props = { facts: Card["doNotAsk"]; now: Date; zone: string | undefined };

/** Everything they told us once. Asking again is a failure; unfolding says who heard it and when. */
export function AlreadyTold({ facts, now, zone }: Props) {
  const words = toldInWords(facts);
  if (words.length === 0) return null;
  return (
    <Row label="Don't ask">
      <details className="told">
        <summary>
          {words.map((word, index) => (
            <Fragment key={word}>
              {index > 0 && " · "}
              <span className="told-fact">{word}</span>
            </Fragment>
          ))}
        </summary>
        <ul className="told-list small">
          {facts.map((fact) => (
            <li key={`${fact.fact} ${fact.source}`}>
              <strong>{factWord(fact.fact)}</strong>{" "}
              <span className="soft">
                known since {sayDay(fact.since, now, zone)}, from {fact.source}
                {fact.freshUntil && `, good until ${sayDay(fact.freshUntil, now, zone)}`}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Row>
  );
}
