import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Merge } from "../../../src/customers/contract.ts";
import type { Customer } from "../../../src/recognition/index.ts";
import { calledInText } from "../../parts/called.tsx";
import { customerNamed } from "../../parts/customer-questions.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { FindOther } from "./find-other.tsx";
import { SayIt } from "./say-it.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { TwoInOne } from "./two-in-one.tsx";

type Props = { readonly say: Merge["say"]; readonly customer: Customer; readonly close: () => void };

const titles = { same: "Same person as…", apart: "Not the same as…" } as const;

/** First who, then both side by side with what would follow, then the reason: it is said with one press and taken back with one. */
export function SayOfTwo({ say, customer, close }: Props) {
  const [other, choose] = useState<string | null>(null);
  return (
    <Sheet title={titles[say]} close={close}>
      {other === null ? (
        <>
          {say === "apart" && <TwoInOne customer={customer} close={close} />}
          <section className="form" aria-labelledby="who-else">
            <h3 id="who-else" className="section-title">
              {say === "same" ? "Who else is this?" : "Who is another person?"}
            </h3>
            <FindOther than={customer} pick={choose} />
          </section>
        </>
      ) : (
        <WithOther say={say} customer={customer} other={other} close={close} back={() => choose(null)} />
      )}
    </Sheet>
  );
}

function WithOther({ say, customer, other, close, back }: Props & { other: string; back: () => void }) {
  const { data, error, refetch } = useQuery(customerNamed(other));
  if (error && !data) return <TroubleNotice error={error} again={() => void refetch()} />;
  if (!data) return <span className="shape compare-shape" aria-label="The other customer is on their way" />;
  const about = new Map([customer, data].map((one) => [one.id, calledInText(one)]));
  return (
    <>
      <SideBySide two={[customer, data]} />
      <SayIt say={say} identities={[customer.id, data.id]} about={about} close={close} back={back} />
    </>
  );
}
