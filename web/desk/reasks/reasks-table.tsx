import type { ReaskFigure, Reasks } from "../../../src/touchpoints/asks/contract.ts";
import { Figure } from "../../parts/figure.tsx";
import { sayCount } from "../../parts/say-money.ts";
import { sayDay } from "../../parts/say-when.ts";
import { capital } from "../../parts/sentence.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { Table, type Column } from "../table.tsx";
import { rateScale, sayPerHundred } from "./per-hundred.ts";

const titles = { channel: "Channel", place: "Place", week: "Week of" } as const;

export function ReasksTable({ reasks, open }: { reasks: Reasks; open: (key: string) => void }) {
  if (reasks.figures.length === 0) return <NothingHappened />;
  const scale = rateScale(reasks.figures.map((figure) => figure.perHundred));
  const name = (figure: ReaskFigure): string =>
    reasks.by === "week" ? sayDay(figure.key, new Date(), "UTC") : capital(figure.name);
  const columns: readonly Column<ReaskFigure>[] = [
    { name: titles[reasks.by], width: 1.6, cell: (figure) => <span className="reask-name">{name(figure)}</span> },
    {
      name: `In 100 contacts, from 0 to ${scale[1]}`,
      width: 2.1,
      cell: (figure) => (
        <Figure
          label={`${name(figure)}, asked again in a hundred contacts`}
          figure={figure.perHundred}
          scale={scale}
          say={sayPerHundred}
          open={() => open(figure.key)}
        />
      ),
    },
    {
      name: "✕ Asked again",
      width: 0.7,
      spare: true,
      align: "right",
      cell: ({ reasks }) =>
        reasks > 0 ? <VerdictMark meaning="broken">{sayCount(reasks)}</VerdictMark> : <span className="soft">0</span>,
    },
    {
      name: "Questions",
      width: 0.6,
      spare: true,
      align: "right",
      cell: ({ asked }) => <span className="soft number">{sayCount(asked)}</span>,
    },
    {
      name: "Contacts",
      width: 0.6,
      spare: true,
      align: "right",
      cell: ({ contacts }) => <span className="soft number">{sayCount(contacts)}</span>,
    },
  ];
  return (
    <Table caption="Asked again" columns={columns} rows={reasks.figures} keyOf={({ key }) => key} rowHeight={68} />
  );
}

function NothingHappened() {
  return (
    <p className="empty">
      <strong>Nobody was in contact with us here.</strong>
      Choose other days, another place or another channel.
    </p>
  );
}
