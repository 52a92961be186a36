import { useSyncExternalStore } from "react";

const key = "regulars.place";
const listeners = new Set<() => void>();

/** The place this device stands in. The device remembers it, not the account: the tablet on the counter stays at the counter. */
export function useRememberedPlace(): readonly [string | null, (place: string) => void] {
  return [useSyncExternalStore(listen, () => localStorage.getItem(key)), remember];
}

function remember(place: string): void {
  localStorage.setItem(key, place);
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}
