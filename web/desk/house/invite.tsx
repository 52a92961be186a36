import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Invitation, NewStaff, StaffMember } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";
import { sayExactly } from "../../parts/say-when.ts";
import { readStaff, StaffForm } from "./staff-form.tsx";

/** An invitation is a link that works once. It is handed over as you please: nothing is mailed by itself. */
export function Invite() {
  const cache = useQueryClient();
  const invite = useMutation({
    mutationFn: (staff: NewStaff) =>
      ask<{ staff: StaffMember; invitation: Invitation }>("/v1/staff", { method: "POST", body: staff }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["staff"] }),
  });
  if (invite.data) return <InvitationLink name={invite.data.staff.name} invitation={invite.data.invitation} />;
  return (
    <StaffForm
      save={(form) => invite.mutate(readStaff(form))}
      error={invite.error}
      saving={invite.isPending}
      verb="Make an invitation"
    />
  );
}

export function InvitationLink({ name, invitation }: { name: string; invitation: Invitation }) {
  const link = new URL(invitation.path, window.location.origin).href;
  return (
    <output className="form">
      <p>
        Give {name} this link. It is shown only now, works once, and until {sayExactly(invitation.expiresAt)}.
      </p>
      <code className="secret">{link}</code>
      <div className="acts">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(link)}>
          Copy the link
        </button>
      </div>
    </output>
  );
}
