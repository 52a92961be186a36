import type { Card } from "../../../src/recognition/index.ts";
import { Row } from "./row.tsx";

export function SayHello({ hello }: { hello: NonNullable<Card["sayHello"]> }) {
  return (
    <Row label="Say hello">
      <p className="hello">{hello.who}, please come over</p>
      <p className="soft">{hello.reason}</p>
    </Row>
  );
}
