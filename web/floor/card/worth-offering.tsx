import type { Card } from "../../../src/recognition/index.ts";
import { Row } from "./row.tsx";

export function WorthOffering({ offer }: { offer: NonNullable<Card["worthOffering"]> }) {
  return (
    <Row label="Worth offering">
      <p>{offer.name}</p>
      <p className="soft small">{offer.reason}</p>
    </Row>
  );
}
