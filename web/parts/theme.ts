import { useSyncExternalStore } from "react";

export type Theme = "as the device" | "light" | "dark";

const key = "regulars.theme";
const listeners = new Set<() => void>();

/** Called before anything is drawn, so that a dark room never sees a white flash. */
export function wearTheme(): void {
  const theme = chosenTheme();
  const root = document.documentElement;
  if (theme === "as the device") root.removeAttribute("data-theme");
  else root.dataset["theme"] = theme;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  wearTheme();
  for (const tell of listeners) tell();
}

function chosenTheme(): Theme {
  const stored = localStorage.getItem(key);
  return stored === "light" || stored === "dark" ? stored : "as the device";
}

export function useTheme(): Theme {
  return useSyncExternalStore(listen, chosenTheme);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}
