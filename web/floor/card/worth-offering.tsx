import type { Card } from "../../../src/recognition/index.ts";
import { asSentence } from "../../parts/sentence.ts";
import { Row } from "./row.tsx";

export function WorthOffering({ offer }: { offer: NonNullable<Card["worthOffering"]> }) {
  return (
    <Row label="Worth offering">
      <p>{offer.name}</p>
      <p className="soft small">{asSentence(offer.reason)}</p>
    </Row>
  );
}
