import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReaskRow, Reasks } from "../../../src/touchpoints/asks/contract.ts";
import { factWord } from "../../parts/fact-word.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { sayDay, sayExactly } from "../../parts/say-when.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { CustomerLink } from "../customer-link.tsx";
import { reasksBehind } from "./reask-questions.ts";
import { ReaskTally } from "./reask-tally.tsx";

type Props = { readonly reasks: Reasks; readonly open: string; readonly close: () => void };

/** Who was asked for what they had told, when, and since when we knew. */
export function ReaskRows({ reasks, open, close }: Props) {
  const named = reasks.figures.find((figure) => figure.key === open);
  const figure = named ?? reasks.total;
  return (
    <Sheet title={named ? `Asked again: ${named.name}` : "Asked again"} close={close}>
      <ReaskTally {...figure} />
      <Rows path={figure.rows} />
    </Sheet>
  );
}

function Rows({ path }: { path: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(reasksBehind(path));
  if (error && !data) return <TroubleNotice error={error} again={() => void refetch()} />;
  if (!data) return <span className="shape reask-rows-shape" />;
  const rows = data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="soft">Nobody was.</p>;
  return (
    <>
      <ul className="reask-rows">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
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

function Row({ row }: { row: ReaskRow }) {
  const zone = row.zone ?? undefined;
  return (
    <li className="reask-row">
      <CustomerLink customer={row.customer} name={row.name} knownBy={row.knownBy} />
      {row.again.map(({ fact, since, source }) => (
        <p key={fact}>
          <VerdictMark meaning="broken">{factWord(fact)}</VerdictMark>{" "}
          <span className="soft">
            known since {sayDay(since, new Date(), zone)}, from {source}
          </span>
        </p>
      ))}
      <p className="soft small">
        {sayExactly(row.at, zone)} · {row.channel}
        {row.place && ` · ${row.place.name}`}
      </p>
    </li>
  );
}
