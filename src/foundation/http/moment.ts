/**
 * RFC 3339, of a moment that a clock of ours can show: 23:59:60 and 30 February are written correctly and stand for no
 * moment, and would come out as "Invalid Date" behind the door.
 */
export function isMoment(text: string): boolean {
  return rfc3339.test(text) && !Number.isNaN(Date.parse(text.toUpperCase())) && isDay(text.slice(0, 10));
}

const rfc3339 = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** The clock itself takes 30 February for 2 March. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
