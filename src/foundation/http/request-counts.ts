import { actorId, type Actor } from "../context.ts";
import type { Counted } from "../counted.ts";

/** Requests in one window of a minute. */
export type Quotas = { readonly key: number; readonly staff: number; readonly visitor: number };

type Count = { readonly quota: number; own: number; unshared: number; others: number };

/** A part of what was counted, on its way to the other processes. */
export type Shared = Counted & { readonly count: Count };

/** Who asked how often in one window: here, and as far as we heard elsewhere. */
export class RequestCounts {
  private readonly quotas: Quotas;
  private readonly counts = new Map<string, Count>();

  constructor(quotas: Quotas) {
    this.quotas = quotas;
  }

  /** Counts one request and says what is left; below nothing, it is refused and not counted. */
  take(actor: Actor | undefined, address: string): { readonly quota: number; readonly left: number } {
    const count = this.countOf(actor, address);
    const left = count.quota - count.own - count.others - 1;
    if (left >= 0) {
      count.own++;
      count.unshared++;
    }
    return { quota: count.quota, left };
  }

  private countOf(actor: Actor | undefined, address: string): Count {
    const caller = callerOf(actor, address);
    let count = this.counts.get(caller);
    if (!count) {
      count = { quota: quotaOf(actor, this.quotas), own: 0, unshared: 0, others: 0 };
      this.counts.set(caller, count);
    }
    return count;
  }

  /** Only callers who used a noticeable part of their quota: a thousand visitors once each are nobody's concern. */
  takeUnshared(): Shared[] {
    const noticed = [...this.counts].filter(([, { quota, own, unshared }]) => unshared > 0 && own * 50 >= quota);
    const shared = noticed.map(([what, count]) => ({ what, times: count.unshared, count }));
    for (const { count } of shared) count.unshared = 0;
    return shared;
  }

  giveBack(shared: readonly Shared[]): void {
    for (const { count, times } of shared) count.unshared += times;
  }

  /** All processes together had counted this much: what is not ours is the others'. */
  heard(shared: readonly Shared[], totals: readonly Counted[]): void {
    const total = new Map(totals.map(({ what, times }) => [what, times]));
    for (const { what, count } of shared) {
      count.others = Math.max(0, (total.get(what) ?? 0) - (count.own - count.unshared));
    }
  }
}

function quotaOf(actor: Actor | undefined, quotas: Quotas): number {
  return actor?.kind === "key" ? quotas.key : actor?.kind === "staff" ? quotas.staff : quotas.visitor;
}

function callerOf(actor: Actor | undefined, address: string): string {
  const id = actor ? actorId(actor) : "";
  return id === "" ? `visitor ${networkOf(address)}` : `${actor!.kind} ${id}`;
}

/** One household or office has 2^64 addresses of IPv6: the first half is who it is. */
function networkOf(address: string): string {
  return address.includes(":") && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;
}
