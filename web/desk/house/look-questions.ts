import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Look } from "../../../src/staff/index.ts";
import { ask, withQuery } from "../../parts/ask.ts";

export const looks = infiniteQueryOptions({
  queryKey: ["looks"],
  queryFn: ({ signal, pageParam }) =>
    ask<{ looks: Look[]; next: string | null }>(withQuery("/v1/audit", { cursor: pageParam, limit: 100 }), { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  refetchOnWindowFocus: false,
});
