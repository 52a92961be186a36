import { FilterX } from "lucide-react";
import { ChoiceField, Field } from "../parts/field.tsx";
import { usePlaces } from "../parts/places.ts";
import { useColleagues, useTouchpoints } from "./catalogue-questions.ts";
import type { Filters } from "./filters.ts";
import { channels } from "./touchpoints/words.ts";

type Props = {
  readonly filters: Filters;
  readonly change: (change: Partial<Filters>) => void;
  readonly clear: () => void;
  /** Which of the choices this page has. */
  readonly offers: readonly (keyof Filters)[];
};

/** The questions that can be asked of what happened. Choosing one changes the address, and the address is the question. */
export function FilterBar({ filters, change, clear, offers }: Props) {
  const places = usePlaces();
  const touchpoints = useTouchpoints();
  const staff = useColleagues().map(({ id, name }) => ({ code: id, name }));
  const choose = (name: keyof Filters) => (event: { target: { value: string } }) =>
    change({ [name]: event.target.value || undefined });
  return (
    <search className="filters">
      {offers.includes("place") && (
        <Choice label="Place" value={filters.place} choose={choose("place")} any="Everywhere" named={places} />
      )}
      {offers.includes("channel") && (
        <Choice
          label="Channel"
          value={filters.channel}
          choose={choose("channel")}
          any="Every one"
          named={channels.map((channel) => ({ code: channel, name: channel }))}
        />
      )}
      {offers.includes("touchpoint") && (
        <Choice
          label="Touchpoint"
          value={filters.touchpoint}
          choose={choose("touchpoint")}
          any="Every one"
          named={touchpoints}
        />
      )}
      {offers.includes("staff") && staff.length > 0 && (
        <Choice label="Served by" value={filters.staff} choose={choose("staff")} any="Anyone" named={staff} />
      )}
      {offers.includes("verdict") && (
        <Choice label="Promise" value={filters.verdict} choose={choose("verdict")} any="Any or none" named={verdicts} />
      )}
      {offers.includes("from") && (
        <Field label="From" type="date" value={filters.from ?? ""} max={filters.to} onChange={choose("from")} />
      )}
      {offers.includes("to") && (
        <Field label="To" type="date" value={filters.to ?? ""} min={filters.from} onChange={choose("to")} />
      )}
      {offers.some((name) => filters[name] !== undefined) && (
        <button type="button" className="button quiet" onClick={clear}>
          <FilterX size={18} aria-hidden /> Clear
        </button>
      )}
    </search>
  );
}

const verdicts = [
  { code: "kept", name: "✓ kept" },
  { code: "broken", name: "✕ broken" },
  { code: "unknown", name: "? unknown" },
];

type ChoiceProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly choose: (event: { target: { value: string } }) => void;
  readonly any: string;
  readonly named: readonly { readonly code: string; readonly name: string }[];
};

function Choice({ label, value, choose, any, named }: ChoiceProps) {
  return (
    <ChoiceField label={label} value={value ?? ""} onChange={choose}>
      <option value="">{any}</option>
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
      {value && !named.some(({ code }) => code === value) && <option value={value}>{value}</option>}
    </ChoiceField>
  );
}
