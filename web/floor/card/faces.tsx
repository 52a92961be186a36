import type { Card } from "../../../src/recognition/index.ts";
import { Row } from "./row.tsx";

/** Who they are used to; who of these is here now comes first. */
export function Faces({ people }: { people: Card["familiarFaces"] }) {
  if (people.length === 0) return null;
  const hereFirst = [...people].sort((a, b) => Number(b.onShift) - Number(a.onShift));
  return (
    <Row label="Knows them">
      <ul className="faces">
        {hereFirst.map((person) => (
          <li key={person.staff} className={person.onShift ? "face here" : "face"}>
            <strong dir="auto">{person.name}</strong>
            <span className="soft number">{person.visits}×</span>
            <span className="face-here">{person.onShift ? "here now" : "not on shift"}</span>
          </li>
        ))}
      </ul>
    </Row>
  );
}
