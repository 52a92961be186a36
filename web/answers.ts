import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isNotSignedIn, isUnreachable } from "./parts/ask.ts";

/** What the server answered, kept while it is fresh. The only home of server data in the browser. */
export const answers = new QueryClient({
  queryCache: new QueryCache({ onError: askToSignIn }),
  mutationCache: new MutationCache({ onError: askToSignIn }),
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a bad network is worth another try.
      retry: (failures, error) => isUnreachable(error) && failures < 2,
      retryDelay: (failure) => 400 * 2 ** failure,
      refetchOnWindowFocus: true,
      staleTime: 10_000,
    },
  },
});

let whenSignedOut: () => void = () => undefined;

/** The router says where to go; this file knows no screens. */
export function onSignedOut(go: () => void): void {
  whenSignedOut = go;
}

function askToSignIn(error: unknown): void {
  if (isNotSignedIn(error)) whenSignedOut();
}
