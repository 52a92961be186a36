import { hasArrived, whole, type Draft } from "./draft.ts";

/**
 * Messages that take others back, and those that do so no more, are noted at their targets. A message stands while no
 * current version of another takes it back. Answers with targets that nobody has seen yet.
 */
export function applyCancellations(drafts: ReadonlyMap<string, Draft>): Map<string, string[]> {
  const unseen = new Map<string, string[]>();
  for (const draft of [...drafts.values()].filter((draft) => draft.changed && hasArrived(draft))) {
    const [before, now] = [draft.receipt?.cancels ?? undefined, whole(draft).cancels];
    if (before !== undefined && before !== now) takeNote(drafts.get(before), draft.message, false);
    if (now === undefined || now === before) continue;
    const target = drafts.get(now);
    if (target) takeNote(target, draft.message, true);
    else unseen.set(now, [...(unseen.get(now) ?? []), draft.message].sort());
  }
  return unseen;
}

function takeNote(target: Draft | undefined, by: string, takesBack: boolean): void {
  if (!target) return;
  const others = target.cancelledBy.filter((one) => one !== by);
  target.cancelledBy = takesBack ? [...others, by].sort() : others;
  target.changed = true;
}
