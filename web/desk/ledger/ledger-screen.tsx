import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Ledger } from "../../../src/touchpoints/ledger/contract.ts";
import { Figure } from "../../parts/figure.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { FilterBar } from "../filter-bar.tsx";
import type { LedgerFilters } from "../filters.ts";
import { PageHead } from "../page-head.tsx";
import { TableShape } from "../table.tsx";
import { useDeskZone } from "../use-desk-zone.ts";
import { LedgerRows } from "./ledger-rows.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import { ledgerOf } from "./ledger-questions.ts";
import { sharedScale } from "./scale.ts";
import { Tally } from "./tally.tsx";
import { WeekByWeek } from "./week-by-week.tsx";
import "./ledger.css";

const offers = ["place", "touchpoint", "from", "to"] as const;
const groupings = [
  ["promise", "Promise"],
  ["touchpoint", "Touchpoint"],
  ["place", "Place"],
  ["week", "Week"],
] as const;

/** What we promised, what became of it, and how far each figure can be trusted. */
export function LedgerScreen() {
  const filters = useSearch({ from: "/desk/ledger" });
  const navigate = useNavigate({ from: "/desk/ledger" });
  const change = (change: Partial<LedgerFilters>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const zone = useDeskZone(filters.place);
  const { data, error, refetch } = useQuery(ledgerOf(filters, zone));
  return (
    <>
      <PageHead
        title="Did we keep our word?"
        lead="Every promise at every touchpoint: kept, broken, or not known. What is not known is never counted as kept."
      />
      <FilterBar
        filters={filters}
        change={change}
        clear={() => void navigate({ search: filters.by ? { by: filters.by } : {} })}
        offers={offers}
      />
      {error && !data && <TroubleNotice error={error} again={() => void refetch()} />}
      {!data && !error && <TableShape />}
      {data && <Totals ledger={data} filters={filters} zone={zone} open={(rows) => change({ rows })} />}
      <nav className="tabs" aria-label="Counted by">
        {groupings.map(([by, name]) => (
          <Link
            key={by}
            from="/desk/ledger"
            search={(before) => ({ ...before, by })}
            className={(filters.by ?? "promise") === by ? "active" : ""}
            resetScroll={false}
          >
            {name}
          </Link>
        ))}
      </nav>
      {data && <LedgerTable ledger={data} open={(rows) => change({ rows })} />}
      {data && filters.rows && (
        <LedgerRows
          ledger={data}
          open={filters.rows}
          verdict={filters.verdict}
          show={(verdict) => change({ verdict })}
          close={() => change({ rows: undefined, verdict: undefined })}
        />
      )}
    </>
  );
}

type TotalsProps = { ledger: Ledger; filters: LedgerFilters; zone: string; open: (rows: string) => void };

function Totals({ ledger, filters, zone, open }: TotalsProps) {
  const { kept, broken, unknown, share } = ledger.total;
  return (
    <div className="totals">
      <Figure large label="Promises kept" figure={share} scale={sharedScale([share])} open={() => open("total")}>
        <Tally kept={kept} broken={broken} unknown={unknown} />
      </Figure>
      <WeekByWeek filters={filters} zone={zone} />
    </div>
  );
}
