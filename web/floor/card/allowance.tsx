import type { Card } from "../../../src/recognition/index.ts";
import { sayMoney } from "../../parts/say-money.ts";
import { Row } from "./row.tsx";

/** What I may give away without asking anyone. */
export function Allowance({ allowance }: { allowance: NonNullable<Card["allowance"]> }) {
  const now = Math.min(allowance.leftMinor, allowance.perGestureMinor);
  return (
    <Row label="You may give">
      {now > 0 ? (
        <p className="number">
          up to <strong>{sayMoney(now, allowance.currency)}</strong>
          <span className="soft"> · {sayMoney(allowance.leftMinor, allowance.currency)} left this month</span>
        </p>
      ) : (
        <p className="soft">
          {allowance.perGestureMinor === 0 ? "Nothing without asking." : "Nothing more this month. Ask a manager."}
        </p>
      )}
    </Row>
  );
}
