import type { Card } from "../../../src/recognition/index.ts";
import { factWord } from "../../parts/fact-word.ts";
import { asSentence } from "../../parts/sentence.ts";
import { Row } from "./row.tsx";

/** One thing, never two: the rest waits for another visit. */
export function WorthAsking({ ask }: { ask: NonNullable<Card["worthAsking"]> }) {
  return (
    <Row label="Worth asking">
      <p>{factWord(ask.fact)}</p>
      <p className="soft small">{asSentence(ask.reason)}</p>
    </Row>
  );
}
