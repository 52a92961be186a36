import type { Colleague } from "../../../src/staff/index.ts";
import { usePlaces } from "../../parts/places.ts";
import { useColleagues } from "../catalogue-questions.ts";
import { Table, type Column } from "../table.tsx";

/** Who works here, for those who lead them: how to reach them, and what they may give, is the administrator's. */
export function ColleagueTable() {
  const places = usePlaces();
  const here = useColleagues().filter(({ leftAt }) => leftAt === null);
  const columns: readonly Column<Colleague>[] = [
    { name: "Name", width: 1.8, cell: ({ name }) => <span className="name">{name}</span> },
    { name: "Role", width: 1, cell: ({ role }) => role },
    {
      name: "Place",
      width: 1.2,
      cell: ({ place }) => places.find(({ code }) => code === place)?.name ?? <span className="soft">everywhere</span>,
    },
  ];
  if (here.length === 0) return null;
  return <Table caption="Colleagues" columns={columns} rows={here} keyOf={({ id }) => id} />;
}
