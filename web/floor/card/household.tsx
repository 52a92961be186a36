import { Link } from "@tanstack/react-router";
import type { Card } from "../../../src/recognition/index.ts";
import { Called } from "../../parts/called.tsx";
import { Row } from "./row.tsx";

/** Others who come with them or share a telephone: two people, two cards. */
export function Household({ people }: { people: Card["household"] }) {
  if (people.length === 0) return null;
  return (
    <Row label="Household">
      <ul className="household">
        {people.map((person) => (
          <li key={person.customer}>
            <Link to="/floor/$customer" params={{ customer: person.customer }} className="household-link">
              <strong>
                <Called name={person.name} knownBy={person.knownBy} />
              </strong>
              <span className="soft small">{person.reason}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Row>
  );
}
