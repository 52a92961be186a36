import { useEffect, useRef, useSyncExternalStore } from "react";

const key = "regulars.single-keys";
const listeners = new Set<() => void>();

/** Whoever speaks to the device, or rests a hand on it, can switch the single keys off. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(listen, singleKeysAreOn), switchSingleKeys];
}

function singleKeysAreOn(): boolean {
  return localStorage.getItem(key) !== "off";
}

function switchSingleKeys(on: boolean): void {
  localStorage.setItem(key, on ? "on" : "off");
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

/** Acts on a key pressed anywhere but in a field. "mod+k" is ⌘K on a Mac, Ctrl K elsewhere. */
export function useShortcut(shortcut: string, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !isMeant(shortcut, event)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [shortcut]);
}

function isMeant(shortcut: string, event: KeyboardEvent): boolean {
  const mod = event.metaKey || event.ctrlKey;
  if (shortcut.startsWith("mod+")) return mod && event.key.toLowerCase() === shortcut.slice(4);
  if (mod || event.altKey || event.key !== shortcut) return false;
  if (shortcut === "Escape") return !somethingLiesOver();
  return singleKeysAreOn() && !isTyping(event.target);
}

/** Esc first puts away what lies over the page; the browser does that by itself. */
function somethingLiesOver(): boolean {
  return document.querySelector("dialog[open], :popover-open") !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
