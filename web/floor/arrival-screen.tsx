import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { cardOf } from "../parts/customer-questions.ts";
import { Notice, TroubleNotice } from "../parts/notice.tsx";
import { useHere } from "../parts/places.ts";
import { Timeline } from "../parts/timeline.tsx";
import { CardShape } from "./card/card-shape.tsx";
import { CardSheet } from "./card/card-sheet.tsx";
import { nameAlreadySeen } from "./name-already-seen.ts";

/** The card of one customer, and everything that happened with them below it. */
export function ArrivalScreen() {
  const { customer } = useParams({ from: "/floor/$customer" });
  const { here } = useHere();
  const { data, error, refetch } = useQuery(cardOf(customer, here?.code));
  const seen = nameAlreadySeen(useQueryClient(), customer);
  if (error && !data) return <TroubleNotice error={error} again={() => void refetch()} />;
  if (data && !data.card) return <NobodyByThatId />;
  return (
    <div className="arrival">
      {data?.card ? <CardSheet card={data.card} place={here} /> : <CardShape name={seen} />}
      <section className="arrival-timeline" aria-labelledby="timeline-title">
        <h2 id="timeline-title" className="eyebrow">
          What happened before
        </h2>
        <Timeline customer={customer} />
      </section>
    </div>
  );
}

function NobodyByThatId() {
  return (
    <Notice meaning="unknown" title="Nobody by that id">
      The record may have been erased at the customer's wish. Search again by name or telephone.
    </Notice>
  );
}
