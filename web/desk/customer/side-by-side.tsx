import type { Customer } from "../../../src/recognition/index.ts";
import { Called } from "../../parts/called.tsx";
import { sayMany } from "../../parts/say-money.ts";
import { sayDay, sayWhen } from "../../parts/say-when.ts";
import { identifierLine } from "./identifier-line.ts";

type Two = readonly [Customer, Customer];

/** Two customers, question by question: what speaks for one person, and what for two. */
export function SideBySide({ two }: { two: Two }) {
  return (
    <table className="side-by-side">
      <caption className="unseen">Both customers, side by side</caption>
      <thead>
        <tr>
          {two.map(({ id, name, knownBy }) => (
            <th key={id} scope="col">
              <Called name={name} knownBy={knownBy} />
            </th>
          ))}
        </tr>
      </thead>
      <Row two={two} label="Names" of={namesOf} />
      <Row two={two} label="Known by" of={identifiersOf} />
      <Row two={two} label="Birth date" of={birthOf} />
      <Row two={two} label="Visits" of={visitsOf} />
      <Row two={two} label="Places" of={placesOf} />
    </table>
  );
}

/** Left out where neither has an answer. */
function Row({ two, label, of }: { two: Two; label: string; of: (customer: Customer) => readonly string[] }) {
  const said = two.map(of);
  if (said.every((lines) => lines.length === 0)) return null;
  return (
    <tbody>
      <tr>
        <th colSpan={2} scope="rowgroup" className="eyebrow">
          {label}
        </th>
      </tr>
      <tr>
        {said.map((lines, side) => (
          <td key={two[side]!.id}>
            {lines.length === 0 ? (
              <span className="soft">not known</span>
            ) : (
              lines.map((line) => <Line key={line} line={line} shared={said[1 - side]!.includes(line)} />)
            )}
          </td>
        ))}
      </tr>
    </tbody>
  );
}

/** What both have stands out: that is what one looks for. */
function Line({ line, shared }: { line: string; shared: boolean }) {
  return (
    <p dir="auto" className={shared ? "on-both" : undefined}>
      {line}
      {shared && <span className="unseen"> (on both)</span>}
    </p>
  );
}

function namesOf({ facts }: Customer): string[] {
  return [...new Set(facts.filter(({ fact }) => fact === "name").map(({ value }) => value))];
}

function birthOf({ facts }: Customer): string[] {
  return [...new Set(facts.filter(({ fact }) => fact === "birthDate").map(({ value }) => value))];
}

function identifiersOf({ identifiers }: Customer): string[] {
  return identifiers.filter(({ kind }) => kind !== "name").map(identifierLine);
}

function visitsOf({ visits, since, lastSeen }: Customer): string[] {
  const now = new Date();
  const lines = [sayMany(visits, "visit")];
  if (since) lines.push(`since ${sayDay(since, now)}`);
  if (lastSeen) lines.push(`last seen ${sayWhen(lastSeen, now)}`);
  return lines;
}

function placesOf({ places }: Customer): string[] {
  return places.map(({ name }) => name);
}
