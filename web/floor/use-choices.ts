import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { Arrival } from "../../src/recognition/index.ts";
import { whoMightThatBe } from "../parts/customer-questions.ts";
import { choicesOfArrivals, choicesOfMatches, onlyAnswer, type Choice } from "./choice.ts";
import { useSettled } from "../parts/use-settled.ts";

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

type Asked = {
  readonly text: string;
  readonly place: string | undefined;
  readonly arrivals: readonly Arrival[] | undefined;
  readonly open: (customer: string | null) => void;
};

const pauseBeforeAsking = 70;

/** What stands below the search, and how the keyboard moves in it. */
export function useChoices({ text, place, arrivals, open }: Asked): Choices {
  const typed = text.trim();
  const settled = useSettled(typed, pauseBeforeAsking);
  const asked = typed === "" ? "" : settled;
  const who = useQuery(whoMightThatBe(asked, place));
  const [active, point] = useState(0);
  const [entered, setEntered] = useState<string | null>(null);
  const behind = typed !== "" && (asked !== typed || who.isPlaceholderData || who.isPending);

  const list = useMemo(
    () => (typed === "" ? choicesOfArrivals(arrivals ?? []) : choicesOfMatches(who.data?.matches ?? [])),
    [typed, arrivals, who.data],
  );
  useEffect(() => point(0), [typed]);

  // A scanner types a card and presses Enter faster than any answer: remember the wish until the answer is there.
  useEffect(() => {
    if (entered !== typed || behind || !who.data) return;
    setEntered(null);
    const only = onlyAnswer(who.data.matches);
    if (only) open(only.customer);
  }, [entered, typed, behind, who.data, open]);

  const pick = (choice: Choice): void => open(choice.customer);
  const enter = (): void => {
    if (behind) return setEntered(typed);
    const choice = list[active];
    if (choice) pick(choice);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && list.length > 0) point((active + step + list.length) % list.length);
    else if (event.key === "Enter") enter();
    else return;
    event.preventDefault();
  };

  const failed = typed !== "" && who.isError && !who.data;
  return {
    list: failed ? [] : list,
    active: Math.min(active, Math.max(0, list.length - 1)),
    point,
    pick,
    onKeyDown,
    behind,
    loading: typed === "" ? arrivals === undefined : who.isPending && !who.isError,
    error: failed ? who.error : null,
    again: () => void who.refetch(),
  };
}
