import type { Card } from "../../../src/recognition/index.ts";
import { asSentence, capital } from "../../parts/sentence.ts";
import { Row } from "./row.tsx";

export function SayHello({ hello }: { hello: NonNullable<Card["sayHello"]> }) {
  return (
    <Row label="Say hello">
      <p className="hello">{capital(hello.who)}, please come over</p>
      <p className="soft">{asSentence(hello.reason)}</p>
    </Row>
  );
}
