import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Merge, Split, Tablet } from "lucide-react";
import { useState } from "react";
import type { Saying } from "../../../src/customers/contract.ts";
import type { Customer } from "../../../src/recognition/index.ts";
import { customerNamed } from "../../parts/customer-questions.ts";
import { factWord } from "../../parts/fact-word.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayMany } from "../../parts/say-money.ts";
import { sayDay, sayWhen } from "../../parts/say-when.ts";
import { Timeline } from "../../parts/timeline.tsx";
import { CustomerLink } from "../customer-link.tsx";
import { PageHead } from "../page-head.tsx";
import { TableShape } from "../table.tsx";
import { SayOfTwo } from "./say-of-two.tsx";
import { WhatWasSaid } from "./what-was-said.tsx";
import "./customer.css";

/** One customer: who they are, by what we know that, what they told us, and everything that happened. */
export function CustomerScreen() {
  const { customer } = useParams({ from: "/desk/customers/$customer" });
  const { data, error, refetch } = useQuery(customerNamed(customer));
  const [say, lay] = useState<Saying["say"] | null>(null);
  if (error && !data) return <TroubleNotice error={error} again={() => void refetch()} />;
  if (!data) return <TableShape />;
  return (
    <>
      <PageHead title={data.name ?? "No name yet"} lead={<Lead customer={data} />}>
        <button type="button" className="button" onClick={() => lay("same")}>
          <Merge size={18} aria-hidden /> Same person as…
        </button>
        <button type="button" className="button" onClick={() => lay("apart")}>
          <Split size={18} aria-hidden /> Not the same as…
        </button>
        <Link to="/floor/$customer" params={{ customer }} className="button" preload={false}>
          <Tablet size={18} aria-hidden /> Card
        </Link>
      </PageHead>
      <div className="customer">
        <div className="customer-side">
          <KnownBy customer={data} />
          <Told customer={data} />
          <Household customer={data} />
          <WhatWasSaid customer={data.id} />
        </div>
        <section aria-labelledby="happened">
          <h2 id="happened" className="section-title">
            What happened
          </h2>
          <Timeline customer={customer} />
        </section>
      </div>
      {say && <SayOfTwo say={say} customer={data} close={() => lay(null)} />}
    </>
  );
}

function Lead({ customer }: { customer: Customer }) {
  const now = new Date();
  return (
    <>
      {customer.knownBy && `${customer.knownBy} · `}
      {customer.sayIt && <span className="story">{customer.sayIt} · </span>}
      {customer.since && `with us since ${sayDay(customer.since, now)} · `}
      {sayMany(customer.visits, "visit")}
      {customer.places[0] && `, mostly at ${customer.places[0].name}`}
      {customer.lastSeen && ` · last seen ${sayWhen(customer.lastSeen, now)}`}
    </>
  );
}

function KnownBy({ customer }: { customer: Customer }) {
  return (
    <section className="paper">
      <h2 className="section-title">Known by</h2>
      <ul className="known">
        {customer.identifiers.map((identifier) => (
          <li key={identifier.identity}>
            <span className="eyebrow">
              {identifier.kind}
              {identifier.scope && ` · ${identifier.scope}`}
              {identifier.shared && " · shared by many, joins nobody"}
            </span>
            <span className="number known-value" dir="auto">
              {identifier.value}
            </span>
          </li>
        ))}
      </ul>
      {customer.identifiers.some((identifier) => identifier.masked) && (
        <p className="soft small">Partly hidden: your role does not need them whole.</p>
      )}
    </section>
  );
}

function Told({ customer }: { customer: Customer }) {
  if (customer.facts.length === 0) return null;
  const now = new Date();
  return (
    <section className="paper">
      <h2 className="section-title">Told us</h2>
      <ul className="known">
        {customer.facts.map((fact) => (
          <li key={`${fact.fact} ${fact.value} ${fact.source}`} className={fact.current ? "" : "former"}>
            <span className="eyebrow">{factWord(fact.fact)}</span>
            <span dir="auto">{fact.value}</span>
            <span className="soft small">
              {fact.current ? "" : "said before · "}
              {fact.source}, {sayDay(fact.since, now)}
              {fact.freshUntil && ` · good until ${sayDay(fact.freshUntil, now)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Household({ customer }: { customer: Customer }) {
  if (customer.household.length === 0) return null;
  return (
    <section className="paper">
      <h2 className="section-title">Household</h2>
      <ul className="known">
        {customer.household.map((person) => (
          <li key={person.customer}>
            <CustomerLink customer={person.customer} name={person.name} knownBy={person.knownBy} />
            <span className="soft small">{person.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
