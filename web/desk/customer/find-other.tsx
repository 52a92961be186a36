import { useQuery } from "@tanstack/react-query";
import { UserRound } from "lucide-react";
import { useState } from "react";
import type { Customer, Match } from "../../../src/recognition/index.ts";
import { calledInText } from "../../parts/called.tsx";
import { whoMightThatBe } from "../../parts/customer-questions.ts";
import { useSettled } from "../../parts/use-settled.ts";
import { PickList, type Pickable } from "../pick-list.tsx";

/** Another customer, by anything they are known by. Before something is typed: those who share something with this one. */
export function FindOther({ than, pick }: { than: Customer; pick: (customer: string) => void }) {
  const [text, type] = useState("");
  const typed = text.trim();
  const settled = useSettled(typed, 80);
  const matches = useQuery(whoMightThatBe(typed === "" ? "" : settled, undefined)).data?.matches ?? [];
  const others = typed === "" ? than.household.map(lineOfHousehold) : matches.map(lineOfMatch);
  return (
    <>
      <PickList
        id="other"
        label="Another customer"
        placeholder="Phone, name, card…"
        text={text}
        type={type}
        found={others.filter(({ key }) => key !== than.id)}
        pick={({ key }) => pick(key)}
        nothing="Nobody else by that. Try the last digits of a telephone number, or part of a name."
      />
      {typed === "" && others.length === 0 && (
        <p className="soft">Type a name, a telephone number or its last digits, an e-mail address, a code.</p>
      )}
    </>
  );
}

function lineOfHousehold({ customer, reason, ...person }: Customer["household"][number]): Pickable {
  return { key: customer, sign: UserRound, name: calledInText(person), about: reason };
}

function lineOfMatch({ customer, reasons, ...person }: Match): Pickable {
  return { key: customer, sign: UserRound, name: calledInText(person), about: reasons.join(" · ") };
}
