import type { Card } from "../../../src/recognition/index.ts";
import { asSentence } from "../../parts/sentence.ts";
import { Row } from "./row.tsx";

const worthShowing = 0.2;

/** What they will probably have, and how sure that is; when it is not sure enough, it says so instead of guessing. */
export function Usual({ guess }: { guess: Card["usual"] }) {
  const items = guess.items.slice(0, 3).filter((item, rank) => rank === 0 || item.probability >= worthShowing);
  if (guess.abstained || items.length === 0) {
    return (
      <Row label="Usual">
        <p className="abstained">Too early to guess: just ask.</p>
        <p className="soft small">{asSentence(guess.reason)}</p>
      </Row>
    );
  }
  return (
    <Row label="Usual">
      <ul className="usual">
        {items.map((item) => (
          <li key={item.item} style={{ "--share": item.probability } as React.CSSProperties}>
            <span className="usual-name">{item.name}</span>
            <span className="usual-bar" aria-hidden />
            <span className="usual-share number">{Math.round(item.probability * 100)} %</span>
          </li>
        ))}
      </ul>
      <p className="soft small">{asSentence(guess.reason)}</p>
    </Row>
  );
}
