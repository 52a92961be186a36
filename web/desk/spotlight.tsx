import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { UserRound } from "lucide-react";
import { useState } from "react";
import { calledInText } from "../parts/called.tsx";
import { whoMightThatBe } from "../parts/customer-questions.ts";
import { Sheet } from "../parts/sheet.tsx";
import { useSettled } from "../parts/use-settled.ts";
import { seesCustomers, useMe } from "../parts/use-me.ts";
import { pagesFor } from "./pages.ts";
import { PickList, type Pickable } from "./pick-list.tsx";

type Found = Pickable & { readonly to: string };

/** Anything, from anywhere: people first once something is typed, pages before that. */
export function Spotlight({ close }: { close: () => void }) {
  const [text, type] = useState("");
  const router = useRouter();
  return (
    <Sheet title="Find" as="card" close={close}>
      <PickList
        id="found"
        label="A customer or a page"
        placeholder="Phone, name, card, or a page…"
        text={text}
        type={type}
        found={useFound(text.trim())}
        pick={({ to }) => (close(), router.history.push(to))}
        nothing="Nothing by that. Try the last digits of a telephone number, or part of a name."
      />
    </Sheet>
  );
}

function useFound(text: string): Found[] {
  const settled = useSettled(text, 80);
  const role = useMe()?.staff.role;
  const mayAsk = text !== "" && role !== undefined && seesCustomers(role);
  const people = useQuery(whoMightThatBe(mayAsk ? settled : "", undefined)).data?.matches ?? [];
  const pages = pagesFor(role)
    .flat()
    .filter(({ name, question }) => `${name} ${question}`.toLowerCase().includes(text.toLowerCase()))
    .map(({ to, name, question, sign }): Found => ({ key: to, sign, name, about: question, to }));
  if (text === "") return pages;
  const customers = people.map(({ customer, reasons, ...person }): Found => {
    return {
      key: customer,
      sign: UserRound,
      name: calledInText(person),
      about: reasons.join(" · "),
      to: `/desk/customers/${customer}`,
    };
  });
  return [...customers, ...pages];
}
