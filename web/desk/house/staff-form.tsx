import type { NewStaff, StaffMember } from "../../../src/staff/index.ts";
import { Trouble } from "../../parts/ask.ts";
import { ChoiceField, Field } from "../../parts/field.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { usePlaces } from "../../parts/places.ts";
import { textIn } from "../../parts/text-in.ts";

type Props = {
  readonly member?: StaffMember;
  readonly save: (form: FormData) => void;
  readonly error: unknown;
  readonly saving: boolean;
  readonly verb: string;
};

const roles = [
  ["front line", "Front line: the floor and their own allowance"],
  ["manager", "Manager: the floor and the desk"],
  ["executive", "Executive: the figures"],
  ["administrator", "Administrator: everything, keys and looks too"],
] as const;

export function StaffForm({ member, save, error, saving, verb }: Props) {
  const places = usePlaces();
  const wrong = error instanceof Trouble ? error.fields : {};
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), save(new FormData(event.currentTarget)))}>
      {error !== null && <TroubleNotice error={error} />}
      <Field label="Name" name="name" defaultValue={member?.name} required wrong={wrong["name"]} />
      <Field
        label="E-mail"
        name="email"
        type="email"
        defaultValue={member?.email ?? ""}
        required={!member || member.email !== null}
        wrong={wrong["email"]}
      />
      <ChoiceField label="Role" name="role" defaultValue={member?.role ?? "front line"} wrong={wrong["role"]}>
        {roles.map(([role, text]) => (
          <option key={role} value={role}>
            {text}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField label="Place" name="place" defaultValue={member?.place ?? ""} wrong={wrong["place"]}>
        <option value="">Everywhere</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <div className="form-row">
        <Money
          label="May give at once"
          name="perGestureMinor"
          minor={member?.perGestureMinor}
          wrong={wrong["perGestureMinor"]}
        />
        <Money
          label="May give in a month"
          name="perMonthMinor"
          minor={member?.perMonthMinor}
          wrong={wrong["perMonthMinor"]}
        />
      </div>
      <div className="acts">
        <button type="submit" className="button first" aria-disabled={saving}>
          {saving ? "One moment" : verb}
        </button>
      </div>
    </form>
  );
}

function Money({
  label,
  name,
  minor,
  wrong,
}: {
  label: string;
  name: string;
  minor: number | undefined;
  wrong: string | undefined;
}) {
  return (
    <Field
      label={label}
      name={name}
      type="number"
      min={0}
      step="0.01"
      inputMode="decimal"
      defaultValue={minor === undefined ? "" : String(minor / 100)}
      hint="In the place's money."
      wrong={wrong}
    />
  );
}

/** What the form says of someone new. */
export function readStaff(form: FormData): NewStaff {
  const minor = (name: string): number => Math.round(Number(textIn(form, name) || 0) * 100);
  return {
    name: textIn(form, "name"),
    email: textIn(form, "email"),
    role: textIn(form, "role") as NewStaff["role"],
    ...(textIn(form, "place") ? { place: textIn(form, "place") } : {}),
    perGestureMinor: minor("perGestureMinor"),
    perMonthMinor: minor("perMonthMinor"),
  };
}
