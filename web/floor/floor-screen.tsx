import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useRef, useState } from "react";
import type { Arrival } from "../../src/recognition/index.ts";
import { arrivalsAt } from "../parts/customer-questions.ts";
import { useHere } from "../parts/places.ts";
import { useShortcut } from "../parts/shortcuts.ts";
import { hasFloor, useMe } from "../parts/use-me.ts";
import { FloorTop } from "./floor-top.tsx";
import { NoConnection } from "./no-connection.tsx";
import { SearchBox } from "./search-box.tsx";
import { SearchList } from "./search-list.tsx";
import { ThumbBar } from "./thumb-bar.tsx";
import { useChoices } from "./use-choices.ts";
import "./floor.css";

const nobody: readonly Arrival[] = [];

/**
 * The one screen of the front line: a search, and below it either who it may be or the card.
 * What is typed stays out of the address: on a shared tablet it would leave telephone numbers in the history.
 */
export function FloorScreen() {
  const [text, setText] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const { here } = useHere();
  const arrivals = useArrivals();
  const go = useFloorMoves(setText, search);
  const choices = useChoices({ text, place: here?.code, arrivals, open: go.open });
  const someoneIsOpen = useLocation().pathname.replace(/\/$/, "") !== "/floor";
  const listed = text.trim() !== "" || !someoneIsOpen;
  useShortcut("/", () => search.current?.focus());
  useShortcut("Escape", go.startOver);
  const role = useMe()?.staff.role;
  if (role && !hasFloor(role)) return <Navigate to="/" replace />;

  return (
    <div className="floor">
      <a className="skip" href="#main">
        Skip to the search
      </a>
      <FloorTop />
      <NoConnection lastHeard={arrivals.lastHeard} />
      <main id="main" className="floor-main">
        <h1 className="unseen">Who is in front of you?</h1>
        <SearchBox ref={search} text={text} setText={setText} choices={choices} listed={listed} />
        {listed && <SearchList text={text} choices={choices} place={here?.name} />}
        {!listed && <Outlet />}
      </main>
      {!listed && <ThumbBar next={go.startOver} />}
    </div>
  );
}

function useArrivals() {
  const { here, none } = useHere();
  const { data, error, refetch, dataUpdatedAt } = useQuery(arrivalsAt(here?.code));
  // Without any place nobody can arrive at one; that is known without asking.
  return { list: none ? nobody : data, error, again: () => void refetch(), lastHeard: dataUpdatedAt };
}

function useFloorMoves(setText: (text: string) => void, search: React.RefObject<HTMLInputElement | null>) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const open = useCallback(
    (customer: string | null): void => {
      setText("");
      search.current?.blur();
      void navigate(
        customer === null ? { to: "/floor/someone-new" } : { to: "/floor/$customer", params: { customer } },
      );
    },
    [navigate, search, setText],
  );
  const startOver = useCallback((): void => {
    setText("");
    void cache.invalidateQueries({ queryKey: ["arrivals"] });
    void navigate({ to: "/floor" });
    search.current?.focus();
  }, [cache, navigate, search, setText]);
  return { open, startOver };
}
