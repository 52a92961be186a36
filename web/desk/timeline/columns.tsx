import type { Touch } from "../../../src/touchpoints/timeline/contract.ts";
import { sayMoney } from "../../parts/say-money.ts";
import { sayExactly } from "../../parts/say-when.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { CustomerLink } from "../customer-link.tsx";
import type { Column } from "../table.tsx";

export const columns: readonly Column<Touch>[] = [
  {
    name: "When",
    width: 1.3,
    cell: (touch) => <time dateTime={touch.at}>{sayExactly(touch.at, touch.zone ?? undefined)}</time>,
  },
  {
    name: "Who",
    width: 1.7,
    cell: (touch) => <CustomerLink customer={touch.customer} name={touch.name} knownBy={touch.knownBy} />,
  },
  { name: "What", width: 2, cell: (touch) => <What touch={touch} /> },
  {
    name: "Where",
    width: 1.1,
    spare: true,
    cell: (touch) => touch.place?.name ?? <span className="soft">{touch.channel}</span>,
  },
  { name: "With", width: 0.9, spare: true, cell: (touch) => touch.staff?.name ?? "" },
  { name: "Promises", width: 1.1, cell: (touch) => <Promises touch={touch} /> },
];

function What({ touch }: { touch: Touch }) {
  const items = touch.lines.map((line) => line.name).join(", ");
  const money = touch.amountMinor !== null && touch.currency ? sayMoney(touch.amountMinor, touch.currency) : "";
  return (
    <span className="two">
      <span>
        {touch.touchpoint.name}
        {touch.cancelled && <span className="soft"> · cancelled</span>}
      </span>
      <span className="soft small">{touch.text ?? [money, items].filter(Boolean).join(" · ")}</span>
    </span>
  );
}

const order = { broken: 0, unknown: 1, kept: 2 } as const;

function Promises({ touch }: { touch: Touch }) {
  const [worst] = [...touch.promises].sort((a, b) => order[a.verdict] - order[b.verdict]);
  if (!worst) return <span className="soft">–</span>;
  const others = touch.promises.length - 1;
  return (
    <span
      className="worst"
      title={touch.promises.map((promise) => `${promise.wording}: ${promise.verdict}`).join("\n")}
    >
      <VerdictMark meaning={worst.verdict} />
      {others > 0 && <span className="soft small"> +{others}</span>}
    </span>
  );
}
