import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { StaffMember } from "../../../src/staff/index.ts";
import { usePlaces } from "../../parts/places.ts";
import { sayMoney } from "../../parts/say-money.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { useMe } from "../../parts/use-me.ts";
import { Answered } from "../answered.tsx";
import { staff } from "../catalogue-questions.ts";
import { PageHead } from "../page-head.tsx";
import { Table, type Column } from "../table.tsx";
import { ColleagueTable } from "./colleague-table.tsx";
import { Invite } from "./invite.tsx";
import { OnShift } from "./on-shift.tsx";
import { StaffSheet } from "./staff-sheet.tsx";

const access = { yes: "signs in", invited: "invited", no: "no account" } as const;

/** Who works here, what they may do and give, and who is here now. */
export function StaffScreen() {
  const [open, lay] = useState<StaffMember | "new" | null>(null);
  const role = useMe()?.staff.role;
  const owner = role === "administrator";
  const query = useQuery({ ...staff, enabled: owner });
  return (
    <>
      <PageHead
        title="Who works here?"
        lead="Roles say what someone may see; the allowance, what they may give away without asking anyone."
      >
        {owner && (
          <button type="button" className="button first" onClick={() => lay("new")}>
            <UserPlus size={18} aria-hidden /> Invite someone
          </button>
        )}
      </PageHead>
      {owner && <Answered query={query}>{(all) => <StaffTable staff={all} open={lay} />}</Answered>}
      {role === "manager" && <ColleagueTable />}
      <OnShift />
      {open && (
        <Sheet title={open === "new" ? "Invite someone" : open.name} close={() => lay(null)}>
          {open === "new" ? <Invite /> : <StaffSheet member={open} close={() => lay(null)} />}
        </Sheet>
      )}
    </>
  );
}

function StaffTable({ staff, open }: { staff: readonly StaffMember[]; open: (member: StaffMember) => void }) {
  const places = usePlaces();
  const here = staff.filter((member) => member.leftAt === null);
  const columns: readonly Column<StaffMember>[] = [
    {
      name: "Name",
      width: 1.8,
      cell: (member) => (
        <span className="two">
          <button type="button" className="link-button name" onClick={() => open(member)}>
            {member.name}
          </button>
          {member.email && <span className="soft small">{member.email}</span>}
        </span>
      ),
    },
    { name: "Role", width: 1, cell: (member) => member.role },
    {
      name: "Place",
      width: 1.2,
      spare: true,
      cell: (member) =>
        places.find(({ code }) => code === member.place)?.name ?? <span className="soft">everywhere</span>,
    },
    {
      name: "May give",
      width: 1.2,
      spare: true,
      cell: (member) => {
        const currency = places.find(({ code }) => code === member.place)?.currency ?? places[0]?.currency ?? "EUR";
        if (member.perGestureMinor === 0) return <span className="soft">nothing yet</span>;
        return (
          <span className="number">{`${sayMoney(member.perGestureMinor, currency)}, ${sayMoney(member.perMonthMinor, currency)} a month`}</span>
        );
      },
    },
    { name: "Access", width: 0.8, cell: (member) => <span className="chip">{access[member.signsIn]}</span> },
  ];
  return <Table caption="Employees" columns={columns} rows={here} keyOf={(member) => member.id} rowHeight={64} />;
}
