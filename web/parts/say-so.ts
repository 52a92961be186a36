import { useSyncExternalStore } from "react";

/** A word after something was done, with the way back where there is one. */
export type Said = { readonly text: string; readonly undo?: () => void };

let last: Said | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function saySo(said: Said): void {
  show(said);
  clearTimeout(timer);
  // Long enough to read and to reach: what can be undone stays longer.
  timer = setTimeout(() => show(null), said.undo ? 20_000 : 6_000);
}

export function useSaid(): Said | null {
  return useSyncExternalStore(
    (tell) => (listeners.add(tell), () => void listeners.delete(tell)),
    () => last,
  );
}

export function hush(): void {
  show(null);
}

function show(said: Said | null): void {
  last = said;
  for (const tell of listeners) tell();
}
