import { queryOptions } from "@tanstack/react-query";
import type { Key } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";

export const keys = queryOptions({
  queryKey: ["keys"],
  queryFn: ({ signal }) => ask<{ keys: Key[] }>("/v1/keys", { signal }).then((answer) => answer.keys),
});
