import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { ask } from "../parts/ask.ts";
import { Field } from "../parts/field.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { Entrance } from "./entrance.tsx";
import { setUpState } from "./set-up-needed.ts";
import { asTyped, textIn } from "../parts/text-in.ts";

/** Password managers and pasting are welcome: nobody has to remember or retype anything. */
export function SignInScreen() {
  const { to } = useSearch({ from: "/sign-in" });
  const router = useRouter();
  const cache = useQueryClient();
  const { data } = useQuery(setUpState);
  const signIn = useMutation({
    mutationFn: (form: FormData) =>
      ask("/v1/sessions", {
        method: "POST",
        body: { email: textIn(form, "email"), password: asTyped(form, "password") },
      }),
    onSuccess: () => {
      cache.clear();
      router.history.replace(to ?? "/");
    },
  });
  return (
    <Entrance title="Good to see you" lead="Sign in, and this device knows who stands here.">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate(new FormData(event.currentTarget));
        }}
      >
        {signIn.error && <TroubleNotice error={signIn.error} />}
        <Field label="E-mail" name="email" type="email" autoComplete="username" required />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <button type="submit" className="button first" aria-disabled={signIn.isPending}>
          {signIn.isPending ? "One moment" : "Sign in"}
        </button>
      </form>
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
