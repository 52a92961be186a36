import { useRef } from "react";
import { useVisibleRows } from "./use-visible-rows.ts";
import "./table.css";

export type Column<Row> = {
  readonly name: string;
  readonly cell: (row: Row) => React.ReactNode;
  /** A part of the width; 1 by default. */
  readonly width?: number;
  /** Left out where there is no room. */
  readonly spare?: boolean;
  readonly align?: "right";
};

type Props<Row> = {
  /** Said to those who cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Called when the end comes near. */
  readonly more?: (() => void) | undefined;
  readonly rowHeight?: number;
};

/** A table that stays quick with a hundred thousand rows: only those in sight are in the page. */
export function Table<Row>({ caption, columns, rows, keyOf, more, rowHeight = 56 }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { first, last } = useVisibleRows(body, rows.length, rowHeight, more);
  return (
    <div className="table-frame">
      <table
        className="table"
        aria-rowcount={more ? -1 : rows.length + 1}
        style={{ "--row": `${rowHeight}px` } as React.CSSProperties}
      >
        <caption className="unseen">{caption}</caption>
        <colgroup>
          {columns.map((column) => (
            <col
              key={column.name}
              className={column.spare ? "spare" : undefined}
              style={{ width: `${share(column, columns)}%` }}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={classOf(column)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          <Gap height={first * rowHeight} />
          {rows.slice(first, last).map((row, index) => (
            <tr key={keyOf(row)} aria-rowindex={first + index + 2}>
              {columns.map((column) => (
                <td key={column.name} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          <Gap height={(rows.length - last) * rowHeight} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not in the page, so that the scroll bar tells the truth. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden className="gap" style={{ height }} />;
}

function share<Row>(column: Column<Row>, columns: readonly Column<Row>[]): number {
  const all = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  return (100 * (column.width ?? 1)) / all;
}

function classOf<Row>({ spare, align }: Column<Row>): string | undefined {
  return [spare ? "spare" : "", align ?? ""].filter(Boolean).join(" ") || undefined;
}

/** Rows that are on their way, in the table's own shape. */
export function TableShape() {
  return (
    <div className="table-frame" aria-busy="true" aria-label="The rows are on their way">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div className="table-shape" key={row}>
          <span className="shape" />
          <span className="shape" />
          <span className="shape" />
        </div>
      ))}
    </div>
  );
}
