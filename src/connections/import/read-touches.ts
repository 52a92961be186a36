import type { ArrivingRecord } from "../../touchpoints/index.ts";
import type { CsvRow } from "../csv/index.ts";
import { Unreadable, type Cells, type Fields } from "./cells.ts";
import type { ColumnMap } from "./column-map.ts";
import { fieldsOf } from "./fields.ts";
import { identifiersIn, idsOf } from "./ids-of.ts";
import { messageIdOf } from "./message-id.ts";
import { channelIn } from "./order-row.ts";
import { readEach } from "./read-orders.ts";
import type { Gathered, Reading } from "./reading.ts";
import type { Settings } from "./settings.ts";

/** One row is one contact. Rows of one message are versions of it: the latest stands, then the greater text. */
export function readTouches(cells: Cells, map: ColumnMap, settings: Settings): Reading {
  const message = cells.identifier("message");
  const content = contentIn(map);
  const read = touchIn(cells, settings);
  return {
    withoutKey: "the row is empty",
    mostRows: 10_000,
    tooManyRows: `more than 10,000 rows have this ${cells.nameOf("message")}: is it the number of a message?`,
    keyOf: (row) => message(row.fields) || messageIdOf(...content(row.fields)),
    gather: (key, rows) => gatherVersions(rows, (row) => ({ row, record: read(row, key) })),
  };
}

/** The mapped cells in the order of the fields: columns may be exchanged, and others added. */
function contentIn({ columns }: ColumnMap): (fields: Fields) => string[] {
  const ordered = fieldsOf.touches.flatMap((field) => columns.get(field) ?? []);
  return (fields) => ordered.map((column) => (fields[column] ?? "").trim());
}

type Version = { readonly row: CsvRow; readonly record: ArrivingRecord };

function gatherVersions(rows: readonly CsvRow[], read: (row: CsvRow) => Version): Gathered {
  const { readable, refused } = readEach(rows, read);
  if (readable.length === 0) return { record: undefined, rows: [], repeated: [], refused };
  const latest = readable.reduce((best, one) => (isLater(one, best) ? one : best));
  return {
    record: latest.record,
    rows: [latest.row],
    repeated: readable.filter((one) => one !== latest).map(({ row }) => row),
    refused,
  };
}

function isLater(one: Version, than: Version): boolean {
  const [time, thanTime] = [one, than].map(({ record }) => record.version ?? record.at ?? 0);
  return time! > thanTime! || (time === thanTime && one.row.raw > than.row.raw);
}

function touchIn(cells: Cells, settings: Settings): (row: CsvRow, message: string) => ArrivingRecord {
  const ids = identifiersIn(cells);
  const [at, version, channel] = [cells.time("at"), cells.time("version"), channelIn(cells)];
  const [touchpoint, place, staff, text] = [
    cells.code("touchpoint"),
    cells.code("place"),
    cells.code("staff"),
    cells.text("text"),
  ];
  return ({ fields }, messageId) => {
    const time = at(fields);
    if (time === undefined) throw new Unreadable(`${cells.nameOf("at")} is empty: a contact needs its time`);
    const versionTime = version(fields) ?? settings.exportedAt;
    return {
      source: settings.source,
      messageId,
      at: time,
      ...(versionTime !== undefined && { version: versionTime }),
      touchpoint: touchpoint(fields) || "contact",
      ids: idsOf([{ at: time, ids: ids(fields) }]),
      ...withoutEmpty({ channel: channel(fields), place: place(fields), staff: staff(fields), text: text(fields) }),
    };
  };
}

function withoutEmpty(stated: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== ""));
}
