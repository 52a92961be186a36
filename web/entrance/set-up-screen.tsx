import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Owner } from "../../src/staff/index.ts";
import { ask, Trouble } from "../parts/ask.ts";
import { ChoiceField, Field } from "../parts/field.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { Entrance } from "./entrance.tsx";
import { currencies, guessedRegion, regionNamed, regions, zones } from "../parts/where-we-are.ts";
import { setUpState } from "./set-up-needed.ts";
import { asTyped, textIn } from "../parts/text-in.ts";

/** The first start: who owns this, and where the first place is. Everything else can wait. */
export function SetUpScreen() {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { data } = useQuery(setUpState);
  const setUp = useMutation({
    mutationFn: (form: FormData) => ask("/v1/setup", { method: "POST", body: ownerIn(form) }),
    onSuccess: async () => {
      cache.clear();
      await navigate({ to: "/" });
    },
  });
  const wrong = setUp.error instanceof Trouble ? setUp.error.fields : {};
  return (
    <Entrance
      title="Welcome"
      lead="Nobody owns this installation yet. Two answers and a first place, and the doors are open."
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          setUp.mutate(new FormData(event.currentTarget));
        }}
      >
        {setUp.error && <TroubleNotice error={setUp.error} />}
        {data?.needsCode && (
          <Field
            label="Set-up code"
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="XXXX-XXXX-XXXX"
            required
            hint="It stands on the terminal where the server was started. Starting it again shows a new one."
            wrong={wrong["code"]}
          />
        )}
        <Field label="Your name" name="name" autoComplete="name" required wrong={wrong["name"]} />
        <Field label="Your e-mail" name="email" type="email" autoComplete="username" required wrong={wrong["email"]} />
        <Field
          label="A password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
          hint="At least ten characters. Three words you like are good."
          wrong={wrong["password"]}
        />
        <FirstPlace wrong={wrong} />
        <button type="submit" className="button first" aria-disabled={setUp.isPending}>
          {setUp.isPending ? "One moment" : "Open the doors"}
        </button>
      </form>
    </Entrance>
  );
}

function ownerIn(form: FormData): Owner {
  const code = textIn(form, "code");
  return {
    ...(code && { code }),
    name: textIn(form, "name"),
    email: textIn(form, "email"),
    password: asTyped(form, "password"),
    place: {
      name: textIn(form, "place"),
      zone: textIn(form, "zone"),
      region: textIn(form, "region"),
      currency: textIn(form, "currency"),
    },
  };
}

function FirstPlace({ wrong }: { wrong: Readonly<Record<string, string>> }) {
  const here = guessedRegion();
  return (
    <>
      <h2>Your first place</h2>
      <Field
        label="What is it called?"
        name="place"
        placeholder="Harbour Street"
        required
        wrong={wrong["place/name"]}
      />
      <div className="form-row">
        <ChoiceField
          label="Country"
          name="region"
          defaultValue={here}
          hint="How telephone numbers are read."
          wrong={wrong["place/region"]}
        >
          {regions().map((code) => (
            <option key={code} value={code}>
              {regionNamed(code)}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField
          label="Currency"
          name="currency"
          defaultValue={here === "US" ? "USD" : here === "GB" ? "GBP" : "EUR"}
          wrong={wrong["place/currency"]}
        >
          {currencies().map((code) => (
            <option key={code}>{code}</option>
          ))}
        </ChoiceField>
      </div>
      <ChoiceField
        label="Time zone"
        name="zone"
        defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone}
        wrong={wrong["place/zone"]}
      >
        {zones().map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </ChoiceField>
    </>
  );
}
