const week = 7 * 24 * 3_600_000;

type Contact = { readonly at: string; readonly visit: boolean; readonly cancelled: boolean };

/** Visits in the last seven days; several contacts on one day at the place are one visit. */
export function visitsThisWeek(touches: readonly Contact[], now: Date, zone: string | undefined): number {
  const day = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: zone });
  const recent = touches.filter(
    (t) => t.visit && !t.cancelled && now.getTime() - Date.parse(t.at) < week && Date.parse(t.at) <= now.getTime(),
  );
  return new Set(recent.map((t) => day.format(new Date(t.at)))).size;
}
