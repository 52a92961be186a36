import { useQuery } from "@tanstack/react-query";
import type { Owner } from "../../src/staff/index.ts";
import { ask, Trouble } from "../parts/ask.ts";
import { Field } from "../parts/field.tsx";
import { PlaceFields } from "../parts/place-fields.tsx";
import { asTyped, textIn } from "../parts/text-in.ts";
import { placeAround } from "../parts/where-we-are.ts";
import { EntranceForm } from "./entrance-form.tsx";
import { Entrance } from "./entrance.tsx";
import { NewPassword } from "./new-password.tsx";
import { setUpState } from "./set-up-needed.ts";
import { useComeIn } from "./use-come-in.ts";

/** The first start: who owns this, and where the first place is. Everything else can wait. */
export function SetUpScreen() {
  const { data } = useQuery(setUpState);
  const setUp = useComeIn((form) => ask("/v1/setup", { method: "POST", body: ownerIn(form) }));
  const wrong = setUp.error instanceof Trouble ? setUp.error.fields : {};
  return (
    <Entrance
      title="Welcome"
      lead="Nobody owns this installation yet. Two answers and a first place, and the doors are open."
    >
      <EntranceForm send={setUp.mutate} error={setUp.error} sending={setUp.isPending} verb="Open the doors">
        {data?.needsCode && <SetUpCode wrong={wrong["code"]} />}
        <Field label="Your name" name="name" autoComplete="name" required wrong={wrong["name"]} />
        <Field label="Your e-mail" name="email" type="email" autoComplete="username" required wrong={wrong["email"]} />
        <NewPassword wrong={wrong["password"]} />
        <h2>Your first place</h2>
        <Field
          label="What is it called?"
          name="place"
          placeholder="Harbour Street"
          required
          wrong={wrong["place/name"]}
        />
        <PlaceFields
          place={placeAround()}
          wrong={{ zone: wrong["place/zone"], region: wrong["place/region"], currency: wrong["place/currency"] }}
        />
      </EntranceForm>
    </Entrance>
  );
}

function SetUpCode({ wrong }: { wrong: string | undefined }) {
  return (
    <Field
      label="Set-up code"
      name="code"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      placeholder="XXXX-XXXX-XXXX"
      required
      hint="It stands on the terminal where the server was started. Starting it again shows a new one."
      wrong={wrong}
    />
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
