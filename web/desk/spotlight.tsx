import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { UserRound, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { whoMightThatBe } from "../parts/customer-questions.ts";
import { Option, OptionList } from "../parts/option-list.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useSettled } from "../parts/use-settled.ts";
import { seesCustomers, useMe } from "../parts/use-me.ts";
import { pagesFor } from "./pages.ts";

type Found = {
  readonly key: string;
  readonly sign: LucideIcon;
  readonly name: string;
  readonly about: string;
  readonly to: string;
};

/** Anything, from anywhere: people first once something is typed, pages before that. */
export function Spotlight({ close }: { close: () => void }) {
  const [text, setText] = useState("");
  const [active, point] = useState(0);
  const router = useRouter();
  const found = useFound(text.trim());
  const chosen = Math.min(active, Math.max(0, found.length - 1));
  const go = (to: string): void => {
    close();
    router.history.push(to);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) point((chosen + step + found.length) % found.length);
    else if (event.key === "Enter" && found[chosen]) go(found[chosen].to);
    else return;
    event.preventDefault();
  };
  return (
    <Sheet title="Find" as="card" close={close}>
      <input
        className="input spotlight-input"
        role="combobox"
        aria-label="A customer or a page"
        aria-expanded={found.length > 0}
        aria-controls="found"
        aria-activedescendant={found[chosen] ? `found-${chosen}` : undefined}
        placeholder="Phone, name, card, or a page…"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => (setText(event.target.value), point(0))}
        onKeyDown={onKeyDown}
      />
      <OptionList id="found" label="Found" className="found">
        {found.map(({ key, sign: Sign, name, about, to }, index) => (
          <Option
            key={key}
            id={`found-${index}`}
            className="found-one"
            pointedAt={index === chosen}
            pick={() => go(to)}
            point={() => point(index)}
          >
            <Sign size={20} aria-hidden />
            <span dir="auto">{name}</span>
            <span className="soft small">{about}</span>
          </Option>
        ))}
      </OptionList>
      {text.trim() !== "" && found.length === 0 && (
        <p className="soft">Nothing by that. Try the last digits of a telephone number, or part of a name.</p>
      )}
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
  const customers = people.map(({ customer, name, reasons }): Found => {
    return {
      key: customer,
      sign: UserRound,
      name: name ?? "No name yet",
      about: reasons.join(" · "),
      to: `/desk/customers/${customer}`,
    };
  });
  return [...customers, ...pages];
}
