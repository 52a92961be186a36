import { useInfiniteQuery } from "@tanstack/react-query";
import type { Saying } from "../../../src/customers/contract.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayDay } from "../../parts/say-when.ts";
import { CustomerLink } from "../customer-link.tsx";
import { sayingsOf, useTakeBack } from "./saying-questions.ts";

/** What people said of this customer: never edited, taken back with one press, and kept even then. */
export function WhatWasSaid({ customer }: { customer: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    sayingsOf(customer),
  );
  const sayings = data?.pages.flatMap((page) => page.sayings);
  return (
    <section className="paper" aria-labelledby="said">
      <h2 id="said" className="section-title">
        What was said
      </h2>
      {error && !data && <TroubleNotice error={error} again={() => void refetch()} />}
      {!data && !error && <span className="shape said-shape" />}
      {sayings?.length === 0 && (
        <p className="soft">
          Nothing: who this is follows from the records alone. If that is wrong, say so above; it can be taken back.
        </p>
      )}
      <ul className="known">
        {sayings?.map((saying) => (
          <Said key={saying.id} saying={saying} here={customer} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? "Fetching earlier ones" : "Show earlier ones"}
        </button>
      )}
    </section>
  );
}

function Said({ saying, here }: { saying: Saying; here: string }) {
  const takeBack = useTakeBack();
  const { id, say, reason, by, at, between, takenBack } = saying;
  const now = new Date();
  return (
    <li className={takenBack ? "said-one former" : "said-one"}>
      <div>
        <span className="eyebrow">{say === "same" ? "One person" : "Two people"}</span>
        <ul className="said-between">
          {between.map((party, side) => (
            <Party key={side} party={party} here={here} />
          ))}
        </ul>
        {reason && <p className="story">“{reason}”</p>}
        <p className="soft small">
          said by {by}, {sayDay(at, now)}
          {takenBack && `; taken back by ${takenBack.by}, ${sayDay(takenBack.at, now)}`}
        </p>
      </div>
      {!takenBack && (
        <button
          type="button"
          className="button small"
          disabled={takeBack.isPending}
          onClick={() => takeBack.mutate(id)}
          aria-label={`Take back: ${between.map((party) => party.name ?? party.knownBy).join(" and ")}`}
        >
          Take back
        </button>
      )}
    </li>
  );
}

function Party({ party, here }: { party: Saying["between"][number]; here: string }) {
  return (
    <li>
      {party.customer === here ? (
        <strong dir="auto">{party.name ?? "No name yet"}</strong>
      ) : (
        <CustomerLink customer={party.customer} name={party.name} knownBy={null} />
      )}{" "}
      <span className="soft small">{party.knownBy}</span>
    </li>
  );
}
