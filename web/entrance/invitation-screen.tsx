import { useLocation } from "@tanstack/react-router";
import { ask } from "../parts/ask.ts";
import { Notice } from "../parts/notice.tsx";
import { asTyped } from "../parts/text-in.ts";
import { EntranceForm } from "./entrance-form.tsx";
import { Entrance } from "./entrance.tsx";
import { NewPassword } from "./new-password.tsx";
import { useComeIn } from "./use-come-in.ts";

/** A colleague's first time: the token stands behind the #, which no server ever sees, and one password is all that is asked. */
export function InvitationScreen() {
  const token = useLocation().hash;
  const accept = useComeIn((form) =>
    ask("/v1/invitations/accept", { method: "POST", body: { token, password: asTyped(form, "password") } }),
  );
  return (
    <Entrance title="You are invited" lead="Choose a password, and you are in.">
      {token === "" && (
        <Notice meaning="broken" title="The link is not whole">
          Open the whole link from the invitation, or ask for a new one.
        </Notice>
      )}
      <EntranceForm send={accept.mutate} error={accept.error} sending={accept.isPending} verb="Come in">
        <NewPassword />
      </EntranceForm>
    </Entrance>
  );
}
