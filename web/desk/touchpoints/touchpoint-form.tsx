import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TouchpointEntry } from "../../../src/touchpoints/index.ts";
import { ask, Trouble } from "../../parts/ask.ts";
import { ChoiceField, Field } from "../../parts/field.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { saySo } from "../../parts/say-so.ts";
import { channels, elements, lenses, stages } from "./words.ts";
import { textIn } from "../../parts/text-in.ts";

type Traits = Pick<TouchpointEntry, "name" | "lens" | "stage" | "element" | "channel" | "visit" | "heals" | "partner">;

/** What is true of a touchpoint: from now on, or as it should have stood all along. */
export function TouchpointForm({
  touchpoint,
  saved,
}: {
  touchpoint: TouchpointEntry | undefined;
  saved: (code: string) => void;
}) {
  const cache = useQueryClient();
  const describe = useMutation({
    mutationFn: ({ code, ...described }: Traits & { code: string; as: "change" | "correction" }) =>
      ask(`/v1/touchpoints/${encodeURIComponent(code)}`, { method: "PUT", body: described }),
    onSuccess: async (_, { code, name }) => {
      await cache.invalidateQueries({ queryKey: ["touchpoints"] });
      saySo({ text: `${name} is written down.` });
      saved(code);
    },
  });
  const wrong = describe.error instanceof Trouble ? describe.error.fields : {};
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const code = touchpoint?.code ?? textIn(form, "code");
        describe.mutate({
          code,
          ...traitsIn(form),
          as: form.get("as") === "correction" || !touchpoint ? "correction" : "change",
        });
      }}
    >
      {describe.error && <TroubleNotice error={describe.error} />}
      <Field label="Name" name="name" defaultValue={touchpoint?.name} required wrong={wrong["name"]} />
      {!touchpoint && (
        <Field label="Code" name="code" required pattern="\S+" hint="As your systems call it." wrong={wrong["code"]} />
      )}
      <TraitFields touchpoint={touchpoint} wrong={wrong} />
      {touchpoint && (
        <ChoiceField label="This holds" name="as">
          <option value="change">from now on</option>
          <option value="correction">as it should have stood all along</option>
        </ChoiceField>
      )}
      <div className="acts">
        <button type="submit" className="button first" aria-disabled={describe.isPending}>
          {describe.isPending ? "One moment" : "Write it down"}
        </button>
      </div>
    </form>
  );
}

type TraitProps = { touchpoint: TouchpointEntry | undefined; wrong: Readonly<Record<string, string>> };

function TraitFields({ touchpoint, wrong }: TraitProps) {
  return (
    <>
      <div className="form-row">
        <Choice label="Stage" name="stage" of={stages} value={touchpoint?.stage ?? "interact"} />
        <Choice label="Lens" name="lens" of={lenses} value={touchpoint?.lens ?? "service"} />
      </div>
      <div className="form-row">
        <Choice label="Element" name="element" of={elements} value={touchpoint?.element ?? "people"} />
        <Choice label="Channel" name="channel" of={channels} value={touchpoint?.channel ?? "in person"} />
      </div>
      <Field
        label="Partner"
        name="partner"
        defaultValue={touchpoint?.partner ?? ""}
        hint="Whose it is, when it is not ours."
        wrong={wrong["partner"]}
      />
      <label className="check">
        <input type="checkbox" name="visit" defaultChecked={touchpoint?.visit ?? true} />
        Being here counts as a visit
      </label>
      <label className="check">
        <input type="checkbox" name="heals" defaultChecked={touchpoint?.heals ?? false} />
        Here we put right what went wrong
      </label>
    </>
  );
}

function Choice({
  label,
  name,
  of: choices,
  value,
}: {
  label: string;
  name: string;
  of: readonly string[];
  value: string;
}) {
  return (
    <ChoiceField label={label} name={name} defaultValue={value}>
      {choices.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </ChoiceField>
  );
}

function traitsIn(form: FormData): Traits {
  return {
    name: textIn(form, "name"),
    lens: textIn(form, "lens") as Traits["lens"],
    stage: textIn(form, "stage") as Traits["stage"],
    element: textIn(form, "element") as Traits["element"],
    channel: textIn(form, "channel") as Traits["channel"],
    visit: form.get("visit") !== null,
    heals: form.get("heals") !== null,
    partner: textIn(form, "partner") || null,
  };
}
