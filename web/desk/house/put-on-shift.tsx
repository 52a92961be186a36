import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { NewShift } from "../../../src/staff/index.ts";
import { ask } from "../../parts/ask.ts";
import { ChoiceField } from "../../parts/field.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { usePlaces } from "../../parts/places.ts";
import { textIn } from "../../parts/text-in.ts";
import { useMe } from "../../parts/use-me.ts";
import { useColleagues } from "../catalogue-questions.ts";
import { mayNoteShiftsAt } from "./shift-questions.ts";

/** A colleague from now on, for eight hours. */
export function PutOnShift() {
  const cache = useQueryClient();
  const staff = useColleagues().filter((member) => member.leftAt === null);
  const who = useMe();
  const places = usePlaces().filter(({ code }) => mayNoteShiftsAt(code, who));
  const putOn = useMutation({
    mutationFn: (shift: NewShift) => ask("/v1/shifts", { method: "POST", body: shift }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["shifts"] }),
  });
  if (staff.length === 0 || places.length === 0) return null;
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        putOn.mutate({ staff: textIn(form, "staff"), place: textIn(form, "place") });
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
