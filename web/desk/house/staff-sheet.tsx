import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Invitation, StaffChange, StaffMember } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { saySo } from "../../parts/say-so.ts";
import { useMe } from "../../parts/use-me.ts";
import { InvitationLink } from "./invite.tsx";
import { readStaff, StaffForm } from "./staff-form.tsx";

/** One employee: what they may do, and a new way in when the old one is lost. */
export function StaffSheet({ member, close }: { member: StaffMember; close: () => void }) {
  const cache = useQueryClient();
  const owner = useMe()?.staff.role === "administrator";
  const change = useMutation({
    mutationFn: (change: StaffChange) => ask(`/v1/staff/${member.id}`, { method: "PATCH", body: change }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["staff"] });
      saySo({ text: `Written down for ${member.name}.` });
      close();
    },
  });
  const invite = useMutation({
    mutationFn: () => ask<{ invitation: Invitation }>(`/v1/staff/${member.id}/invitation`, { method: "POST" }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["staff"] }),
  });
  if (!owner) return <p className="soft">An administrator can change roles and allowances.</p>;
  if (invite.data) return <InvitationLink name={member.name} invitation={invite.data.invitation} />;
  return (
    <>
      <StaffForm
        member={member}
        save={(form) => change.mutate(changeIn(form))}
        error={change.error}
        saving={change.isPending}
        verb="Write it down"
      />
      {invite.error !== null && <TroubleNotice error={invite.error} />}
      {member.email && (
        <div className="form">
          <h3 className="section-title">A way in</h3>
          <p className="soft">
            {member.signsIn === "yes"
              ? "Forgotten the password? A new link lets them choose another."
              : "They have not signed in yet."}
          </p>
          <div className="acts">
            <button type="button" className="button" onClick={() => invite.mutate()}>
              Make a new link
            </button>
          </div>
        </div>
      )}
      <Leave member={member} close={close} />
    </>
  );
}

/** Leaving ends every session at once; coming back is one press. */
function Leave({ member, close }: { member: StaffMember; close: () => void }) {
  const cache = useQueryClient();
  const afterwards = (): Promise<void> => cache.invalidateQueries({ queryKey: ["staff"] });
  const comeBack = (): void => void ask(`/v1/staff/${member.id}/return`, { method: "POST" }).then(afterwards);
  const leave = useMutation({
    mutationFn: () => ask(`/v1/staff/${member.id}/leave`, { method: "POST" }),
    onSuccess: async () => {
      await afterwards();
      saySo({ text: `${member.name} has left and is signed out everywhere.`, undo: comeBack });
      close();
    },
  });
  return (
    <div className="acts">
      {leave.error && <TroubleNotice error={leave.error} />}
      <button type="button" className="button quiet" onClick={() => leave.mutate()}>
        {member.name} does not work here any more
      </button>
    </div>
  );
}

function changeIn(form: FormData): StaffChange {
  const { email, place, ...rest } = readStaff(form);
  return { ...rest, ...(email ? { email } : {}), place: place ?? null };
}
