import { CalendarClock, ChevronRight, DoorOpen, UserPlus, UserRound } from "lucide-react";
import { Called } from "../parts/called.tsx";
import { Option } from "../parts/option-list.tsx";
import { useHere } from "../parts/places.ts";
import { sayWhen } from "../parts/say-when.ts";
import { sureness, type Choice } from "./choice.ts";
import type { Choices } from "./use-choices.ts";

type Props = { readonly choice: Choice; readonly index: number; readonly chosen: boolean; readonly choices: Choices };

export function ChoiceLine({ choice, index, chosen, choices }: Props) {
  return (
    <Option
      id={`choice-${index}`}
      className="choice"
      pointedAt={chosen}
      pick={() => choices.pick(choice)}
      point={() => choices.point(index)}
    >
      <ChoiceSign choice={choice} />
      <ChoiceText choice={choice} />
      <ChevronRight className="choice-go" size={20} aria-hidden />
    </Option>
  );
}

function ChoiceSign({ choice }: { choice: Choice }) {
  if (choice.kind === "someone new") return <UserPlus aria-hidden />;
  if (choice.kind === "match") return <UserRound aria-hidden />;
  return choice.arrival.expected ? <CalendarClock aria-hidden /> : <DoorOpen aria-hidden />;
}

function ChoiceText({ choice }: { choice: Choice }) {
  const { here } = useHere();
  if (choice.kind === "someone new")
    return <Two name="Someone new" knownBy={null} below="Nothing to fill in. Just welcome them." />;
  if (choice.kind === "match") {
    const { name, knownBy, score, reasons } = choice.match;
    return <Two name={name} knownBy={knownBy} below={[sureness(score), ...reasons].join(" · ")} />;
  }
  const { name, knownBy, at, expected, hint, firstVisit } = choice.arrival;
  const when = `${expected ? "expected " : ""}${sayWhen(at, new Date(), here?.zone)}`;
  return <Two name={name} knownBy={knownBy} below={[when, hint, ...(firstVisit ? ["first visit"] : [])].join(" · ")} />;
}

type TwoProps = { name: string | null; knownBy: string | null; below: string };

function Two({ name, knownBy, below }: TwoProps) {
  return (
    <span className="choice-text">
      <span className="choice-name">
        <Called name={name} knownBy={knownBy} />
      </span>
      <span className="choice-why small">{below}</span>
    </span>
  );
}
