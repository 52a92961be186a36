import type { Card } from "../../../src/recognition/index.ts";
import { calledInText } from "../../parts/called.tsx";
import type { Place } from "../../parts/places.ts";
import { AlreadyTold } from "./already-told.tsx";
import { Allowance } from "./allowance.tsx";
import { Faces } from "./faces.tsx";
import { FirstVisit } from "./first-visit.tsx";
import { Household } from "./household.tsx";
import { LastTime } from "./last-time.tsx";
import { OpenPromises } from "./open-promises.tsx";
import { SayHello } from "./say-hello.tsx";
import { Usual } from "./usual.tsx";
import { Who } from "./who.tsx";
import { WorthAsking } from "./worth-asking.tsx";
import { WorthOffering } from "./worth-offering.tsx";
import "./card.css";

/** The card, in the order a waiter needs it: who, what hurts, the usual, who knows them, and only then the rest. */
export function CardSheet({ card, place }: { card: Card; place: Place | undefined }) {
  const now = new Date();
  const zone = place?.zone;
  return (
    <article className="sheet card" aria-label={`Card of ${calledInText(card.customer)}`}>
      <Who customer={card.customer} lastVisit={card.lastVisit} now={now} zone={zone} />
      {card.lastFailure && <LastTime failure={card.lastFailure} now={now} zone={zone} />}
      {card.customer.firstVisit && <FirstVisit />}
      <div className="rows">
        {!card.customer.firstVisit && <Usual guess={card.usual} />}
        <Faces people={card.familiarFaces} />
        {card.sayHello && <SayHello hello={card.sayHello} />}
        <OpenPromises promises={card.openPromises} now={now} zone={zone} />
        <AlreadyTold facts={card.doNotAsk} now={now} zone={zone} />
        {card.worthAsking && <WorthAsking ask={card.worthAsking} />}
        {card.worthOffering && <WorthOffering offer={card.worthOffering} />}
        {card.allowance && <Allowance allowance={card.allowance} />}
        <Household people={card.household} />
      </div>
    </article>
  );
}
