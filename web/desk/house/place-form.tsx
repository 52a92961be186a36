import { Trouble } from "../../parts/ask.ts";
import { Field } from "../../parts/field.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import type { Place } from "../../parts/places.ts";
import { PlaceFields } from "../../parts/place-fields.tsx";
import { textIn } from "../../parts/text-in.ts";
import { placeAround } from "../../parts/where-we-are.ts";

type Props = {
  readonly place: Place | null;
  readonly save: (place: Omit<Place, "simulated">) => void;
  readonly error: unknown;
  readonly saving: boolean;
};

export function PlaceForm({ place, save, error, saving }: Props) {
  const wrong = error instanceof Trouble ? error.fields : {};
  return (
    <form
      className="form"
      onSubmit={(event) => (event.preventDefault(), save(placeIn(new FormData(event.currentTarget), place)))}
    >
      {error !== null && <TroubleNotice error={error} />}
      <Field label="Name" name="name" defaultValue={place?.name} required wrong={wrong["name"]} />
      {!place && (
        <Field label="Code" name="code" hint="As your till calls it." required pattern="\S+" wrong={wrong["code"]} />
      )}
      <PlaceFields place={place ?? placeAround()} wrong={wrong} mayBeNowhere />
      <div className="acts">
        <button type="submit" className="button first" aria-disabled={saving}>
          {saving ? "One moment" : "Write it down"}
        </button>
      </div>
    </form>
  );
}

function placeIn(form: FormData, place: Place | null): Omit<Place, "simulated"> {
  return {
    code: place?.code ?? textIn(form, "code"),
    name: textIn(form, "name"),
    zone: textIn(form, "zone"),
    region: textIn(form, "region"),
    currency: textIn(form, "currency"),
  };
}
