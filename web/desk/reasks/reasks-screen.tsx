import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Reasks } from "../../../src/touchpoints/asks/contract.ts";
import { Figure } from "../../parts/figure.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { FilterBar } from "../filter-bar.tsx";
import type { ReaskFilters } from "../filters.ts";
import { PageHead } from "../page-head.tsx";
import { TableShape } from "../table.tsx";
import { Trend } from "../trend.tsx";
import { useDeskZone } from "../use-desk-zone.ts";
import { rateScale, sayPerHundred } from "./per-hundred.ts";
import { reasksOf } from "./reask-questions.ts";
import { ReaskRows } from "./reask-rows.tsx";
import { ReaskTally } from "./reask-tally.tsx";
import { ReasksTable } from "./reasks-table.tsx";
import "./reasks.css";

const offers = ["place", "channel", "from", "to"] as const;
const groupings = [
  ["channel", "Channel"],
  ["place", "Place"],
  ["week", "Week"],
] as const;

/** How often customers had to say again what they had told us, and where. */
export function ReasksScreen() {
  const filters = useSearch({ from: "/desk/reasks" });
  const navigate = useNavigate({ from: "/desk/reasks" });
  const change = (change: Partial<ReaskFilters>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const zone = useDeskZone(filters.place);
  const { data, error, refetch } = useQuery(reasksOf(filters, zone));
  return (
    <>
      <PageHead
        title="Did we ask what they had told us?"
        lead="Every question for something we knew, and that was still fresh. What changes from visit to visit may be asked again."
      />
      <FilterBar
        filters={filters}
        change={change}
        clear={() => void navigate({ search: filters.by ? { by: filters.by } : {} })}
        offers={offers}
      />
      {error && !data && <TroubleNotice error={error} again={() => void refetch()} />}
      {!data && !error && <TableShape />}
      {data && <Totals reasks={data} filters={filters} zone={zone} open={(rows) => change({ rows })} />}
      <nav className="tabs" aria-label="Counted by">
        {groupings.map(([by, name]) => (
          <Link
            key={by}
            from="/desk/reasks"
            search={(before) => ({ ...before, by })}
            className={(filters.by ?? "channel") === by ? "active" : ""}
            resetScroll={false}
          >
            {name}
          </Link>
        ))}
      </nav>
      {data && <ReasksTable reasks={data} open={(rows) => change({ rows })} />}
      {data && filters.rows !== undefined && (
        <ReaskRows reasks={data} open={filters.rows} close={() => change({ rows: undefined })} />
      )}
    </>
  );
}

type TotalsProps = { reasks: Reasks; filters: ReaskFilters; zone: string; open: (rows: string) => void };

function Totals({ reasks: { total }, filters, zone, open }: TotalsProps) {
  const { data } = useQuery(reasksOf({ ...filters, by: "week" }, zone));
  const weeks = data?.by === "week" ? data.figures.map(({ key, perHundred }) => ({ key, figure: perHundred })) : [];
  const scale = rateScale(weeks.map(({ figure }) => figure));
  return (
    <div className="totals">
      <Figure
        large
        label="Asked again, in a hundred contacts"
        figure={total.perHundred}
        scale={rateScale([total.perHundred])}
        say={sayPerHundred}
        open={() => open("total")}
      >
        <ReaskTally {...total} />
      </Figure>
      <Trend weeks={weeks} scale={scale} say={sayPerHundred} sayEnd={String} />
    </div>
  );
}
