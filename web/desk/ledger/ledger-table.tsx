import type { Ledger, LedgerFigure } from "../../../src/touchpoints/ledger/contract.ts";
import { Figure, sayShare } from "../../parts/figure.tsx";
import { sayCount } from "../../parts/say-money.ts";
import { sayDay } from "../../parts/say-when.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { Table, type Column } from "../table.tsx";
import { sharedScale } from "./scale.ts";

const titles = { promise: "Promise", touchpoint: "Touchpoint", place: "Place", week: "Week of" } as const;

export function LedgerTable({ ledger, open }: { ledger: Ledger; open: (key: string) => void }) {
  if (ledger.figures.length === 0) return <NoPromises />;
  const scale = sharedScale(ledger.figures.map((figure) => figure.share));
  const name = (figure: LedgerFigure): string =>
    ledger.by === "week" ? sayDay(figure.key, new Date(), "UTC") : figure.name;
  const columns: readonly Column<LedgerFigure>[] = [
    { name: titles[ledger.by], width: 1.6, cell: (figure) => <span className="ledger-name">{name(figure)}</span> },
    {
      name: `Kept, from ${sayShare(scale[0])} to all`,
      width: 2.1,
      cell: (figure) => (
        <Figure label={`${name(figure)}, kept`} figure={figure.share} scale={scale} open={() => open(figure.key)} />
      ),
    },
    {
      name: "✓ Kept",
      width: 0.6,
      spare: true,
      align: "right",
      cell: (figure) => <span className="number">{sayCount(figure.kept)}</span>,
    },
    {
      name: "✕ Broken",
      width: 0.6,
      spare: true,
      align: "right",
      cell: (figure) =>
        figure.broken > 0 ? (
          <VerdictMark meaning="broken">{sayCount(figure.broken)}</VerdictMark>
        ) : (
          <span className="soft">0</span>
        ),
    },
    {
      name: "? Not known",
      width: 0.7,
      spare: true,
      align: "right",
      cell: (figure) => <span className="soft number">{sayCount(figure.unknown)}</span>,
    },
  ];
  return (
    <Table
      caption="Promises kept"
      columns={columns}
      rows={ledger.figures}
      keyOf={(figure) => figure.key}
      rowHeight={68}
    />
  );
}

function NoPromises() {
  return (
    <p className="empty">
      <strong>Nothing was promised here.</strong>
      Say what a customer may count on under Touchpoints, for example “served within 5 minutes”. From then on every
      contact there is judged.
    </p>
  );
}
