import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Shift } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";
import { TroubleNotice } from "../../parts/notice.tsx";
import { usePlaces } from "../../parts/places.ts";
import { clock } from "../../parts/say-when.ts";
import { saySo } from "../../parts/say-so.ts";
import { useMe } from "../../parts/use-me.ts";
import { PutOnShift } from "./put-on-shift.tsx";
import { mayNoteShiftsAt, shiftsNow } from "./shift-questions.ts";

/** Who is here now: what "knows them · here now" on the card rests on. */
export function OnShift() {
  const { data, error } = useQuery(shiftsNow);
  const places = usePlaces();
  const who = useMe();
  const zoneOf = (shift: Shift): string | undefined => places.find(({ code }) => code === shift.place)?.zone;
  const nameOf = (shift: Shift): string => places.find(({ code }) => code === shift.place)?.name ?? shift.place;
  return (
    <section className="paper" aria-labelledby="on-shift">
      <h2 id="on-shift" className="section-title">
        On shift now
      </h2>
      {error && !data && <TroubleNotice error={error} />}
      {data?.length === 0 && (
        <p className="soft">
          Nobody is down as here. Put someone on, and the card says who knows the customer and is here.
        </p>
      )}
      <ul className="on-shift">
        {data?.map((shift) => (
          <li key={shift.id}>
            <strong>{shift.name}</strong>
            <span className="soft">
              {nameOf(shift)}, {clock(shift.startsAt, zoneOf(shift))} to {clock(shift.endsAt, zoneOf(shift))}
            </span>
            {mayNoteShiftsAt(shift.place, who) && <EndShift shift={shift} />}
          </li>
        ))}
      </ul>
      <PutOnShift />
    </section>
  );
}

function EndShift({ shift }: { shift: Shift }) {
  const cache = useQueryClient();
  const again = (): Promise<unknown> =>
    ask("/v1/shifts", { method: "POST", body: { place: shift.place, staff: shift.staff, endsAt: shift.endsAt } }).then(
      () => cache.invalidateQueries({ queryKey: ["shifts"] }),
    );
  const end = useMutation({
    mutationFn: () => ask(`/v1/shifts/${shift.id}`, { method: "DELETE" }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["shifts"] });
      saySo({ text: `${shift.name} is off shift.`, undo: () => void again() });
    },
  });
  return (
    <button
      type="button"
      className="button small"
      onClick={() => end.mutate()}
      aria-label={`End the shift of ${shift.name}`}
    >
      End
    </button>
  );
}
