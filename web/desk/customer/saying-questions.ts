import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Foreseen, Merge, Merged, SayingPage } from "../../../src/customers/contract.ts";
import { ask, withQuery } from "../../parts/ask.ts";
import { saySo } from "../../parts/say-so.ts";

export function sayingsOf(customer: string) {
  return infiniteQueryOptions({
    queryKey: ["sayings", customer],
    queryFn: ({ signal, pageParam }) =>
      ask<SayingPage>(withQuery(`/v1/customers/${customer}/sayings`, { cursor: pageParam, limit: 10 }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Asked anew each time: who would be who changes with every record. */
export function foreseen(merge: Merge) {
  return queryOptions({
    queryKey: ["foreseen", merge],
    queryFn: ({ signal }) => ask<Foreseen>("/v1/merges/foreseen", { method: "POST", body: merge, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Says it, with the way back at hand. `inWords` is what is said when it is done. */
export function useSay(inWords: string, done: () => void) {
  const afterwards = useAfterwards();
  const takeBack = useTakeBack();
  return useMutation({
    mutationFn: (merge: Merge) => ask<Merged>("/v1/merges", { method: "POST", body: merge }),
    onSuccess: async ({ id }) => {
      done();
      saySo({ text: inWords, undo: () => takeBack.mutate(id) });
      await afterwards();
    },
  });
}

export function useTakeBack() {
  const afterwards = useAfterwards();
  return useMutation({
    mutationFn: (id: string) => ask(`/v1/merges/${id}`, { method: "DELETE" }),
    onSuccess: async () => {
      saySo({ text: "Taken back: everything is where it was." });
      await afterwards();
    },
    onError: () => saySo({ text: "That could not be taken back. Try again under “What was said”." }),
  });
}

/** Whoever is shown anywhere may be somebody else now. */
function useAfterwards(): () => Promise<unknown> {
  const cache = useQueryClient();
  const about = ["customer", "sayings", "timeline", "card", "who", "touches", "ledger rows", "arrivals"];
  return () => Promise.all(about.map((queryKey) => cache.invalidateQueries({ queryKey: [queryKey] })));
}
