import { ChoiceField } from "./field.tsx";
import { currencies, regionNamed, regions, zones } from "./where-we-are.ts";

type Traits = { readonly zone: string; readonly region: string; readonly currency: string };
type Props = {
  readonly place: Traits;
  /** What is wrong with each of them, in words. */
  readonly wrong: Partial<Readonly<Record<keyof Traits, string | undefined>>>;
  /** May a place have no country? */
  readonly mayBeNowhere?: boolean;
};

/** A place's clock, its money, and how telephone numbers are read there. */
export function PlaceFields({ place, wrong, mayBeNowhere = false }: Props) {
  return (
    <>
      <div className="form-row">
        <ChoiceField
          label="Country"
          name="region"
          defaultValue={place.region}
          hint="How telephone numbers are read."
          wrong={wrong.region}
        >
          {mayBeNowhere && <option value="ZZ">Not said</option>}
          {regions().map((code) => (
            <option key={code} value={code}>
              {regionNamed(code)}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField label="Currency" name="currency" defaultValue={place.currency} wrong={wrong.currency}>
          {currencies().map((code) => (
            <option key={code}>{code}</option>
          ))}
        </ChoiceField>
      </div>
      <ChoiceField label="Time zone" name="zone" defaultValue={place.zone} wrong={wrong.zone}>
        {zones().map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </ChoiceField>
    </>
  );
}
