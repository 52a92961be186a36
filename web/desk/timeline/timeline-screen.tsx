import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Touch } from "../../../src/touchpoints/timeline/contract.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayCount } from "../../parts/say-money.ts";
import { FilterBar } from "../filter-bar.tsx";
import type { Filters } from "../filters.ts";
import { PageHead } from "../page-head.tsx";
import { Table, TableShape } from "../table.tsx";
import { useDeskZone } from "../use-desk-zone.ts";
import { columns } from "./columns.tsx";
import { touchesThat } from "./touches-that.ts";

const offers = ["place", "touchpoint", "staff", "verdict", "from", "to"] as const;

/** Every contact on every channel, newest first. */
export function TimelineScreen() {
  const filters = useSearch({ from: "/desk/timeline" });
  const navigate = useNavigate({ from: "/desk/timeline" });
  const change = (change: Partial<Filters>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <PageHead title="What happened?" lead="Every contact with every customer, on every channel, newest first." />
      <FilterBar filters={filters} change={change} clear={() => void navigate({ search: {} })} offers={offers} />
      <Touches filters={filters} />
    </>
  );
}

function Touches({ filters }: { filters: Filters }) {
  const zone = useDeskZone(filters.place);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery(touchesThat(filters, zone));
  const rows = useMemo(() => data?.pages.flatMap((page) => page.touches) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  if (error && !data) return <TroubleNotice error={error} again={() => void refetch()} />;
  if (!data) return <TableShape />;
  if (rows.length === 0) return <NothingHappened asked={Object.keys(filters).length > 0} />;
  return (
    <>
      <Table
        caption="Contacts, newest first"
        columns={columns}
        rows={rows}
        keyOf={idOf}
        more={hasNextPage ? more : undefined}
      />
      <output className="soft small">
        {sayCount(rows.length)} {hasNextPage ? "so far; earlier ones come as you scroll." : "in all."}
      </output>
    </>
  );
}

function idOf(touch: Touch): string {
  return touch.id;
}

function NothingHappened({ asked }: { asked: boolean }) {
  if (asked) {
    return (
      <p className="empty">
        <strong>Nothing like that happened.</strong>
        Take one of the choices away, or look at a longer stretch of time.
      </p>
    );
  }
  return (
    <p className="empty">
      <strong>Nothing has happened yet.</strong>
      Bring your history in with <code>regulars import orders.csv --as orders</code>, or give your till a write key and
      let it send events as they happen.
    </p>
  );
}
