import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Card } from "../../../src/recognition/index.ts";
import { timelineOf } from "../../parts/customer-questions.ts";
import { sayMany } from "../../parts/say-money.ts";
import { sayNearDay, saySince } from "../../parts/say-when.ts";
import { visitsThisWeek } from "./visits-this-week.ts";

type Props = { customer: Card["customer"]; lastVisit: Card["lastVisit"]; now: Date; zone: string | undefined };

export function Who({ customer, lastVisit, now, zone }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  // Whoever listens instead of looking hears the name first.
  useEffect(() => title.current?.focus({ preventScroll: true }), [customer.id]);
  return (
    <header className="who-is">
      <h2 className="person" ref={title} tabIndex={-1} dir="auto">
        {customer.name ?? "No name yet"}
      </h2>
      {customer.knownBy && <p className="since">{customer.knownBy}</p>}
      {customer.sayIt && <p className="say-it">{customer.sayIt}</p>}
      {!customer.firstVisit && (
        <p className="since">
          {customer.since && <span>With us since {saySince(customer.since, now, zone)}</span>}
          <span className="number">{sayMany(customer.visits, "visit")}</span>
          <ThisWeek customer={customer.id} now={now} zone={zone} />
          {lastVisit && (
            <span>
              last here {sayNearDay(lastVisit.at, now, zone)}
              {lastVisit.place && `, ${lastVisit.place}`}
            </span>
          )}
        </p>
      )}
    </header>
  );
}

function ThisWeek({ customer, now, zone }: { customer: string; now: Date; zone: string | undefined }) {
  const touches = useInfiniteQuery(timelineOf(customer)).data?.pages.flatMap((page) => page.touches) ?? [];
  const visits = visitsThisWeek(touches, now, zone);
  return visits >= 2 ? <span>{visits} this week</span> : null;
}
