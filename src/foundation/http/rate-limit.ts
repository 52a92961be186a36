import type { Actor } from "../context.ts";
import { addToCounted, forgetCounted, stretchOf } from "../counted.ts";
import type { Db } from "../database/database.ts";

export const windowSeconds = 60;

/** Requests in one window of a minute. */
export type Quotas = { readonly key: number; readonly staff: number; readonly visitor: number };

/** What is left of a caller's quota; `resetSeconds` until the next window. */
export type Left = { readonly quota: number; readonly left: number; readonly resetSeconds: number };

type Count = { own: number; unshared: number; others: number };

/**
 * Counts requests here and, once a second, shares the counts with the other processes on the database: together they
 * let a caller exceed a quota by at most what all of them let through in that second. While the database does not answer,
 * each goes on with its own count and the last it heard of the others; nothing is ever let through uncounted.
 */
export function rateLimiter(db: Db, clock: () => Date, quotas: Quotas) {
  let since = stretchOf(clock(), windowSeconds);
  let counts = new Map<string, Count>();

  /** Counts one request, unless it is `refused` anyway: negative `left` means refused. */
  function take(actor: Actor | undefined, address: string): Left {
    const now = clock();
    turnWindow(now);
    const quota = quotaOf(actor, quotas);
    const count = countOf(callerOf(actor, address));
    const left = quota - count.own - count.others - 1;
    if (left >= 0) {
      count.own++;
      count.unshared++;
    }
    return { quota, left, resetSeconds: Math.ceil((since.getTime() - now.getTime()) / 1000) + windowSeconds };
  }

  function turnWindow(now: Date): void {
    const age = now.getTime() - since.getTime();
    if (age >= 0 && age < windowSeconds * 1000) return;
    since = stretchOf(now, windowSeconds);
    counts = new Map();
  }

  function countOf(caller: string): Count {
    let count = counts.get(caller);
    if (!count) counts.set(caller, (count = { own: 0, unshared: 0, others: 0 }));
    return count;
  }

  /** Only callers who used a noticeable part of their quota: a thousand visitors once each are nobody's concern. */
  async function share(): Promise<void> {
    const shared = [...counts].filter(
      ([caller, count]) => count.unshared > 0 && count.own * 50 >= quotaOfCaller(caller, quotas),
    );
    if (shared.length === 0) return;
    const sent = shared.map(([what, count]) => ({ what, times: count.unshared, count }));
    for (const { count, times } of sent) count.unshared -= times;
    try {
      const totals = await addToCounted(db, since, sent);
      const known = new Map(totals.map(({ what, times }) => [what, times]));
      for (const { what, count } of sent) count.others = Math.max(0, known.get(what)! - (count.own - count.unshared));
    } catch (error) {
      for (const { count, times } of sent) count.unshared += times;
      throw error;
    }
  }

  /** Shares every second until `stop`; what cannot be shared now is shared next time. */
  function start(): () => void {
    let window = since;
    const timer = setInterval(() => {
      share().catch(() => {});
      if (window !== since) forgetCounted(db, new Date(since.getTime() - 86_400_000)).catch(() => {});
      window = since;
    }, 1000);
    timer.unref();
    return () => clearInterval(timer);
  }

  return { take, share, start };
}

export type RateLimiter = ReturnType<typeof rateLimiter>;

function quotaOf(actor: Actor | undefined, quotas: Quotas): number {
  return actor?.kind === "key" ? quotas.key : actor?.kind === "staff" ? quotas.staff : quotas.visitor;
}

function quotaOfCaller(caller: string, quotas: Quotas): number {
  return caller.startsWith("key ") ? quotas.key : caller.startsWith("staff ") ? quotas.staff : quotas.visitor;
}

function callerOf(actor: Actor | undefined, address: string): string {
  return actor && actor.kind !== "system" ? `${actor.kind} ${actor.id}` : `visitor ${networkOf(address)}`;
}

/** One household or office has 2^64 addresses of IPv6: the first half is who it is. */
export function networkOf(address: string): string {
  return address.includes(":") && !address.startsWith("::ffff:") ? address.split(":").slice(0, 4).join(":") : address;
}
