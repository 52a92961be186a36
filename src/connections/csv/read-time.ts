import { asIfUtc, atOffset, type ReadTime } from "./calendar.ts";
import { localTimeIn } from "./local-time.ts";
import { timeFormat } from "./time-format.ts";

/**
 * ISO 8601 with or without zone, `YYYY-MM-DD hh:mm[:ss]`, `YYYYMMDD`, without a guess at anything else;
 * with `format`, that form and no other. What states no zone is local time in `zone`.
 */
export function timeReader({ zone, format }: { readonly zone: string; readonly format?: string }): ReadTime {
  const local = localTimeIn(zone);
  if (format !== undefined) return timeFormat(format, local);
  let lastText = "";
  let lastTime: number | undefined;
  return (text) => {
    if (text !== lastText) [lastText, lastTime] = [text, readIso(text, local)];
    return lastTime;
  };
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(?: ?(Z|[+-]\d\d(?::?\d\d)?))?$/i;
const compact = /^(\d{4})(\d\d)(\d\d)$/;
const compactWithTime = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

function readIso(text: string, local: (asIfUtc: number) => number): number | undefined {
  const parts = iso.exec(text) ?? compact.exec(text) ?? compactWithTime.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", zone] = parts;
  const time = asIfUtc([+year!, +month!, +day!, +hour, +minute, +second, Math.floor(Number(`0.${fraction}`) * 1000)]);
  if (time === undefined) return undefined;
  return zone === undefined ? local(time) : atOffset(time, zone);
}
