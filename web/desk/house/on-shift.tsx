import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewShift, Shift } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";
import { ChoiceField } from "../../parts/field.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { usePlaces } from "../../parts/places.ts";
import { clock } from "../../parts/say-when.ts";
import { saySo } from "../../parts/say-so.ts";
import { useStaff } from "../catalogue-questions.ts";
import { shiftsNow } from "./shift-questions.ts";

/** Who is here now: what "knows them · here now" on the card rests on. */
export function OnShift() {
  const { data, error } = useQuery(shiftsNow);
  const places = usePlaces();
  const zoneOf = (shift: Shift): string | undefined => places.find(({ code }) => code === shift.place)?.zone;
  const nameOf = (shift: Shift): string => places.find(({ code }) => code === shift.place)?.name ?? shift.place;
  return (
    <section className="paper" aria-labelledby="on-shift">
      <h2 id="on-shift" className="section-title">
        On shift now
      </h2>
      {error && !data && <TroubleNotice error={error} />}
      {data?.length === 0 && <p className="soft">Nobody is down as here. Put someone on, and the card says who knows the customer and is here.</p>}
      <ul className="on-shift">
        {data?.map((shift) => (
          <li key={shift.id}>
            <strong>{shift.name}</strong>
            <span className="soft">
              {nameOf(shift)}, {clock(shift.startsAt, zoneOf(shift))} to {clock(shift.endsAt, zoneOf(shift))}
            </span>
            <EndShift shift={shift} />
          </li>
        ))}
      </ul>
      <PutOn />
    </section>
  );
}

function EndShift({ shift }: { shift: Shift }) {
  const cache = useQueryClient();
  const again = (): Promise<unknown> =>
    ask("/v1/shifts", { method: "POST", body: { place: shift.place, staff: shift.staff, endsAt: shift.endsAt } }).then(() => cache.invalidateQueries({ queryKey: ["shifts"] }));
  const end = useMutation({
    mutationFn: () => ask(`/v1/shifts/${shift.id}`, { method: "DELETE" }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ["shifts"] });
      saySo({ text: `${shift.name} is off shift.`, undo: () => void again() });
    },
  });
  return (
    <button type="button" className="button small" onClick={() => end.mutate()} aria-label={`End the shift of ${shift.name}`}>
      End
    </button>
  );
}

function PutOn() {
  const cache = useQueryClient();
  const staff = useStaff().filter((member) => member.leftAt === null);
  const places = usePlaces();
  const putOn = useMutation({
    mutationFn: (shift: NewShift) => ask("/v1/shifts", { method: "POST", body: shift }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["shifts"] }),
  });
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        putOn.mutate({ staff: String(form.get("staff")), place: String(form.get("place")) });
      }}
    >
      <ChoiceField label="Who" name="staff">
        {staff.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField label="Where" name="place">
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <button type="submit" className="button">
        Put on shift, eight hours from now
      </button>
      {putOn.error && <TroubleNotice error={putOn.error} />}
    </form>
  );
}
