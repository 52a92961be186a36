import type { LucideIcon } from "lucide-react";
import { useState } from "react";
import { Option, OptionList } from "../parts/option-list.tsx";
import "./pick-list.css";

export type Pickable = {
  readonly key: string;
  readonly sign: LucideIcon;
  readonly name: string;
  readonly about: string;
};

type Props<One> = {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly type: (text: string) => void;
  readonly found: readonly One[];
  readonly pick: (one: One) => void;
  /** Said when something is typed and nothing found. */
  readonly nothing: string;
};

/** A box to type in and what it finds: arrows move, Enter picks, a finger picks at once. */
export function PickList<One extends Pickable>({
  id,
  label,
  placeholder,
  text,
  type,
  found,
  pick,
  nothing,
}: Props<One>) {
  const [active, point] = useState(0);
  const chosen = Math.min(active, Math.max(0, found.length - 1));
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) point((chosen + step + found.length) % found.length);
    else if (event.key === "Enter" && found[chosen]) pick(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="input pick-input"
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={found[chosen] ? `${id}-${chosen}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => (type(event.target.value), point(0))}
        onKeyDown={onKeyDown}
      />
      <OptionList id={id} label="Found" className="found">
        {found.map((one, index) => (
          <Option
            key={one.key}
            id={`${id}-${index}`}
            className="found-one"
            pointedAt={index === chosen}
            pick={() => pick(one)}
            point={() => point(index)}
          >
            <one.sign size={20} aria-hidden />
            <span dir="auto">{one.name}</span>
            <span className="soft small">{one.about}</span>
          </Option>
        ))}
      </OptionList>
      {text.trim() !== "" && found.length === 0 && <p className="soft">{nothing}</p>}
    </>
  );
}
