import type { Card } from "../../../src/recognition/index.ts";
import { sayWhen } from "../../parts/say-when.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { Row } from "./row.tsx";

type Props = { promises: Card["openPromises"]; now: Date; zone: string | undefined };

export function OpenPromises({ promises, now, zone }: Props) {
  if (promises.length === 0) return null;
  return (
    <Row label="Still promised">
      <ul>
        {promises.map((promise) => (
          <li key={`${promise.touch} ${promise.promise}`}>
            <VerdictMark meaning="unknown">{promise.promise}</VerdictMark>
            {promise.dueAt && <p className="soft small">due {sayWhen(promise.dueAt, now, zone)}</p>}
          </li>
        ))}
      </ul>
    </Row>
  );
}
