import type { Foreseen, Merge } from "../../../src/customers/contract.ts";
import { Notice } from "../../parts/notice.tsx";

type Props = {
  readonly foreseen: Foreseen;
  readonly say: Merge["say"];
  /** The customers whom it is about, as they are now. */
  readonly about: ReadonlyMap<string, string>;
};

/** Joining two may push a third value out, and parting two may let one in: whoever says so sees it first. */
export function WhatWouldFollow({ foreseen, say, about }: Props) {
  const others = concernsOthers(foreseen, about);
  return (
    <section className="follows" aria-labelledby="follows">
      <h3 id="follows" className="section-title">
        What would follow
      </h3>
      <p>{inOneSentence(foreseen, say, about)}</p>
      {others && (
        <Notice meaning="healing" title="Somebody else is concerned">
          An identifier that is with another customer now would move too. Look at who would have what.
        </Notice>
      )}
      {(others || foreseen.customers.length > 1) && (
        <ul className="known">
          {foreseen.customers.map((customer) => (
            <WouldBe key={customer.customer} customer={customer} about={about} />
          ))}
        </ul>
      )}
    </section>
  );
}

function WouldBe({ customer, about }: { customer: Foreseen["customers"][number]; about: Props["about"] }) {
  const most = mostOf(customer);
  return (
    <li>
      <strong dir="auto">{customer.name ?? "No name yet"}</strong>
      <ul>
        {customer.identifiers.map(({ says, now }, index) => (
          <li key={index} className="follows-one">
            {says}
            {now !== most && <span className="chip">moves here from {about.get(now) ?? "another customer"}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}

function inOneSentence({ customers }: Foreseen, say: Merge["say"], about: Props["about"]): string {
  const moves = customers.some((customer) => customer.identifiers.some(({ now }) => now !== mostOf(customer)));
  if (say === "apart" && !moves && about.size === 2)
    return "They stay two customers, as they are now; nothing will join them later.";
  if (customers.length === 1) return "They are one customer, with everything that happened with both.";
  return `There are ${customers.length} customers:`;
}

function concernsOthers({ customers }: Foreseen, about: Props["about"]): boolean {
  return customers.some(({ identifiers }) => identifiers.some(({ now }) => !about.has(now)));
}

/** Whose most of its identifiers are now: the others move. */
function mostOf({ identifiers }: Foreseen["customers"][number]): string {
  const times = new Map<string, number>();
  for (const { now } of identifiers) times.set(now, (times.get(now) ?? 0) + 1);
  return [...times].sort(([, x], [, y]) => y - x)[0]![0];
}
