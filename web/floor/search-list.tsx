import { TroubleNotice } from "../parts/notice.tsx";
import { OptionList } from "../parts/option-list.tsx";
import { ChoiceLine } from "./choice-line.tsx";
import type { Choices } from "./use-choices.ts";

type Props = { readonly text: string; readonly choices: Choices; readonly place: string | undefined };

/** Below the search: with text who it may be, without who just arrived or is expected. */
export function SearchList({ text, choices, place }: Props) {
  const searching = text.trim() !== "";
  const title = searching ? "Who it might be" : `Here or expected${place ? ` at ${place}` : ""}`;
  const nobody = !searching && !choices.loading && choices.list.length === 0;
  return (
    <section className={choices.behind ? "who behind" : "who"} aria-busy={choices.behind}>
      <h2 className="eyebrow">{title}</h2>
      <output className="unseen">{searching && !choices.behind ? saidAloud(choices) : ""}</output>
      {choices.error !== null && <TroubleNotice error={choices.error} again={choices.again} />}
      {choices.loading && <ListShape />}
      {nobody && <NobodyYet />}
      <OptionList id="choices" label={title} className="choices">
        {!choices.loading &&
          choices.list.map((choice, index) => (
            <ChoiceLine
              key={choice.customer ?? "new"}
              choice={choice}
              index={index}
              chosen={index === choices.active}
              choices={choices}
            />
          ))}
      </OptionList>
    </section>
  );
}

function saidAloud(choices: Choices): string {
  const people = choices.list.filter((choice) => choice.kind === "match").length;
  if (people === 0) return "Nobody found. It may be someone new.";
  return people === 1 ? "One person." : `${people} people.`;
}

function NobodyYet() {
  return (
    <p className="empty">
      Nobody has come in yet, and no booking is due. Type a telephone number, the last digits of one, or a name. People
      appear here by themselves when the till or the booking system sends them.
    </p>
  );
}

function ListShape() {
  return (
    <div aria-hidden>
      {[0, 1, 2].map((line) => (
        <div className="choice" key={line}>
          <span className="choice-text">
            <span className="shape choice-shape" />
            <span className="shape choice-shape small" />
          </span>
        </div>
      ))}
    </div>
  );
}
