import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { ask } from "../parts/ask.ts";
import { Field } from "../parts/field.tsx";
import { Notice, TroubleNotice } from "../parts/notice.tsx";
import { Entrance } from "./entrance.tsx";
import { asTyped } from "../parts/text-in.ts";

/** A colleague's first time: the token stands behind the #, which no server ever sees, and one password is all that is asked. */
export function InvitationScreen() {
  const token = useLocation().hash;
  const navigate = useNavigate();
  const cache = useQueryClient();
  const accept = useMutation({
    mutationFn: (form: FormData) =>
      ask("/v1/invitations/accept", { method: "POST", body: { token, password: asTyped(form, "password") } }),
    onSuccess: async () => {
      cache.clear();
      await navigate({ to: "/" });
    },
  });
  return (
    <Entrance title="You are invited" lead="Choose a password, and you are in.">
      {token === "" && (
        <Notice meaning="broken" title="The link is not whole">
          Open the whole link from the invitation, or ask for a new one.
        </Notice>
      )}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate(new FormData(event.currentTarget));
        }}
      >
        {accept.error && <TroubleNotice error={accept.error} />}
        <Field
          label="A password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
          hint="At least ten characters. Three words you like are good."
        />
        <button type="submit" className="button first" aria-disabled={accept.isPending}>
          {accept.isPending ? "One moment" : "Come in"}
        </button>
      </form>
    </Entrance>
  );
}
