import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Arrival } from "../../src/recognition/index.ts";
import { whoMightThatBe } from "../parts/customer-questions.ts";
import { useSettled } from "../parts/use-settled.ts";
import { choicesOfArrivals, choicesOfMatches, onlyAnswer, type Choice } from "./choice.ts";

export type Choices = {
  readonly list: readonly Choice[];
  readonly active: number;
  readonly point: (index: number) => void;
  readonly pick: (choice: Choice) => void;
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
  /** Is this list about another text than the one in the box? */
  readonly behind: boolean;
  readonly loading: boolean;
  readonly error: unknown;
  readonly again: () => void;
};

/** Who is here or expected: not yet known, known, or not to be had. */
export type Arrivals = {
  readonly list: readonly Arrival[] | undefined;
  readonly error: unknown;
  readonly again: () => void;
};

type Asked = {
  readonly text: string;
  readonly place: string | undefined;
  readonly arrivals: Arrivals;
  readonly open: (customer: string | null) => void;
};

const pauseBeforeAsking = 70;

/** What stands below the search, and how the keyboard moves in it. */
export function useChoices({ text, place, arrivals, open }: Asked): Choices {
  const typed = text.trim();
  const { data, behind, ...who } = useWho(typed, place);
  const { error, again, waiting } = typed === "" ? waitingFor(arrivals) : who;
  const list = useMemo(
    () => (typed === "" ? choicesOfArrivals(arrivals.list ?? []) : choicesOfMatches(data?.matches ?? [])),
    [typed, arrivals.list, data],
  );
  const [active, point] = usePointer(typed, list.length);

  // A scanner types a card and presses Enter faster than any answer: the wish is kept until the answer is there.
  const entered = useRef<string | null>(null);
  useEffect(() => {
    if (entered.current !== typed || behind || !data) return;
    entered.current = null;
    const only = onlyAnswer(data.matches);
    if (only) open(only.customer);
  }, [typed, behind, data, open]);

  const enter = (): void => {
    if (behind) entered.current = typed;
    else if (list[active]) open(list[active].customer);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && list.length > 0) point((active + step + list.length) % list.length);
    else if (event.key === "Enter") enter();
    else return;
    event.preventDefault();
  };

  return {
    list: error === null ? list : [],
    active,
    point,
    pick: (choice) => open(choice.customer),
    onKeyDown,
    behind,
    loading: waiting,
    error,
    again,
  };
}

function waitingFor({ list, error, again }: Arrivals) {
  return { error: list ? null : error, again, waiting: !list && error === null };
}

/** The answer to what is typed, or the last one while the next is on its way. */
function useWho(typed: string, place: string | undefined) {
  const settled = useSettled(typed, pauseBeforeAsking);
  const asked = typed === "" ? "" : settled;
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(whoMightThatBe(asked, place));
  const failed = typed !== "" && data === undefined ? error : null;
  return {
    data: typed === "" ? undefined : data,
    error: failed,
    behind: typed !== "" && failed === null && (asked !== typed || isPlaceholderData || isPending),
    waiting: isPending && failed === null,
    again: () => void refetch(),
  };
}

/** Which line is pointed at; another text begins at the top again. */
function usePointer(typed: string, lines: number): readonly [number, (line: number) => void] {
  const [pointer, setPointer] = useState({ typed, line: 0 });
  const line = pointer.typed === typed ? Math.min(pointer.line, Math.max(0, lines - 1)) : 0;
  return [line, (line) => setPointer({ typed, line })];
}
