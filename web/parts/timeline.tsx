import { useInfiniteQuery } from "@tanstack/react-query";
import { timelineOf } from "./customer-questions.ts";
import { TroubleNotice } from "./notice.tsx";
import { TouchLine } from "./touch-line.tsx";
import "./timeline.css";

/** Everything that happened with one customer, newest first. */
export function Timeline({ customer }: { customer: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    timelineOf(customer),
  );
  const now = new Date();
  if (error && !data) return <TroubleNotice error={error} again={() => void refetch()} />;
  if (!data) return <TimelineShape />;
  const touches = data.pages.flatMap((page) => page.touches);
  if (touches.length === 0)
    return <p className="soft">Nothing yet. What happens from now on is written here by itself.</p>;
  return (
    <>
      <ol className="timeline">
        {touches.map((touch) => (
          <TouchLine key={touch.id} touch={touch} now={now} />
        ))}
      </ol>
      {hasNextPage && (
        <button
          type="button"
          className="button quiet"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? "Fetching earlier ones" : "Show earlier ones"}
        </button>
      )}
    </>
  );
}

function TimelineShape() {
  return (
    <ol className="timeline" aria-label="The timeline is on its way">
      {[0, 1, 2].map((line) => (
        <li className="touch" key={line}>
          <span className="shape line-shape short" />
          <span className="shape line-shape" />
        </li>
      ))}
    </ol>
  );
}
