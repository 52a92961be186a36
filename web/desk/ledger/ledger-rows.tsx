import { useInfiniteQuery } from "@tanstack/react-query";
import type { Ledger, LedgerRow } from "../../../src/touchpoints/ledger/contract.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayExactly } from "../../parts/say-when.ts";
import { asSentence } from "../../parts/sentence.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { evidenceSays } from "../../parts/touch-line.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { CustomerLink } from "../customer-link.tsx";
import { rowsBehind } from "./ledger-questions.ts";
import { Tally } from "./tally.tsx";

type Verdict = "kept" | "broken" | "unknown";
type Props = {
  readonly ledger: Ledger;
  readonly open: string;
  readonly verdict: Verdict | undefined;
  readonly show: (verdict: Verdict | undefined) => void;
  readonly close: () => void;
};

/** The rows that made a figure, each with what it rests on. */
export function LedgerRows({ ledger, open, verdict, show, close }: Props) {
  const named = ledger.figures.find((figure) => figure.key === open);
  const figure = named ?? ledger.total;
  return (
    <Sheet title={named?.name ?? "All promises"} close={close}>
      <Tally {...figure} />
      <fieldset className="tabs verdicts" aria-label="Show">
        {([undefined, "broken", "unknown", "kept"] as const).map((choice) => (
          <button
            key={choice ?? "all"}
            type="button"
            className={choice === verdict ? "active" : ""}
            aria-pressed={choice === verdict}
            onClick={() => show(choice)}
          >
            {choice ?? "all"}
          </button>
        ))}
      </fieldset>
      <Rows path={figure.rows} verdict={verdict} />
    </Sheet>
  );
}

function Rows({ path, verdict }: { path: string; verdict: Verdict | undefined }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    rowsBehind(path, verdict),
  );
  if (error && !data) return <TroubleNotice error={error} again={() => void refetch()} />;
  if (!data) return <span className="shape rows-shape" />;
  const rows = data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="soft">None.</p>;
  return (
    <>
      <ul className="ledger-rows">
        {rows.map((row) => (
          <Row key={`${row.touch} ${row.promise}`} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? "Fetching earlier ones" : "Show earlier ones"}
        </button>
      )}
    </>
  );
}

function Row({ row }: { row: LedgerRow }) {
  return (
    <li className="ledger-row">
      <VerdictMark meaning={row.verdict} />
      <div>
        <CustomerLink customer={row.customer} name={row.name} knownBy={row.knownBy} />
        <p>{asSentence(evidenceSays(row.evidence) ?? row.promise)}</p>
        <p className="soft small">
          {sayExactly(row.at, row.zone ?? undefined)} · {row.touchpoint.name}
          {row.place && ` · ${row.place.name}`}
        </p>
      </div>
    </li>
  );
}
