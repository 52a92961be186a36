import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { ask } from "../parts/ask.ts";
import { Field } from "../parts/field.tsx";
import { asTyped, textIn } from "../parts/text-in.ts";
import { EntranceForm } from "./entrance-form.tsx";
import { Entrance } from "./entrance.tsx";
import { setUpState } from "./set-up-needed.ts";
import { useComeIn } from "./use-come-in.ts";

/** Password managers and pasting are welcome: nobody has to remember or retype anything. */
export function SignInScreen() {
  const { to } = useSearch({ from: "/sign-in" });
  const { data } = useQuery(setUpState);
  const signIn = useComeIn(
    (form) =>
      ask("/v1/sessions", {
        method: "POST",
        body: { email: textIn(form, "email"), password: asTyped(form, "password") },
      }),
    to,
  );
  return (
    <Entrance title="Good to see you" lead="Sign in, and this device knows who stands here.">
      <EntranceForm send={signIn.mutate} error={signIn.error} sending={signIn.isPending} verb="Sign in">
        <Field label="E-mail" name="email" type="email" autoComplete="username" required />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      </EntranceForm>
      <p className="soft small">
        {data?.needed ? (
          <Link to="/set-up">Nobody owns this installation yet: set it up</Link>
        ) : (
          "Forgotten? An administrator can give you a new password."
        )}
      </p>
    </Entrance>
  );
}
