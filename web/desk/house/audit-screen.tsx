import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Look } from "../../../src/staff/index.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayExactly } from "../../parts/say-when.ts";
import { PageHead } from "../page-head.tsx";
import { CustomerLink } from "../customer-link.tsx";
import { Table, TableShape, type Column } from "../table.tsx";
import { looks } from "./look-questions.ts";

const columns: readonly Column<Look>[] = [
  { name: "When", width: 1.2, cell: (look) => <time dateTime={look.at}>{sayExactly(look.at)}</time> },
  { name: "Who looked", width: 1.3, cell: (look) => <Who look={look} /> },
  {
    name: "At whom",
    width: 1.3,
    cell: (look) => <CustomerLink customer={look.customer} name={look.customer.slice(0, 8)} knownBy={null} />,
  },
  { name: "Why", width: 1, cell: (look) => look.why },
  {
    name: "What was shown",
    width: 1.6,
    spare: true,
    cell: (look) => <span className="soft small">{look.fields.join(", ")}</span>,
  },
];

function Who({ look }: { look: Look }) {
  return (
    <span className="two">
      <strong>{look.actor.name}</strong>
      <span className="soft small">{look.actor.kind}</span>
    </span>
  );
}

/** Every look at a customer, by whomever. Names of customers stay out of it: a list of looks should not be one more. */
export function AuditScreen() {
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(looks);
  const rows = useMemo(() => data?.pages.flatMap((page) => page.looks) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return (
    <>
      <PageHead
        title="Who looked at whom?"
        lead="Every opened card and every page of a customer, by employees and by programs."
      />
      {error && !data && <TroubleNotice error={error} again={() => void refetch()} />}
      {!data && !error && <TableShape />}
      {data && rows.length === 0 && (
        <p className="empty">
          <strong>Nobody has looked at anybody yet.</strong>
          From the first opened card on, every look stands here.
        </p>
      )}
      {rows.length > 0 && (
        <Table
          caption="Looks at customers, newest first"
          columns={columns}
          rows={rows}
          keyOf={(look) => look.id}
          more={hasNextPage ? more : undefined}
        />
      )}
    </>
  );
}
