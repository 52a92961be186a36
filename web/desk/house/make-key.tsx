import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MadeKey, NewKey } from "../../../src/staff/index.ts";
import { ask, Trouble } from "../../parts/ask.ts";
import { ChoiceField, Field } from "../../parts/field.tsx";
import { TroubleNotice } from "../../parts/notice.tsx";
import { textIn } from "../../parts/text-in.ts";

export function MakeKey() {
  const cache = useQueryClient();
  const make = useMutation({
    mutationFn: (key: NewKey) => ask<MadeKey>("/v1/keys", { method: "POST", body: key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ["keys"] }),
  });
  const wrong = make.error instanceof Trouble ? make.error.fields : {};
  if (make.data) return <Shown made={make.data} />;
  return (
    <form
      className="form"
      onSubmit={(event) => (event.preventDefault(), make.mutate(keyIn(new FormData(event.currentTarget))))}
    >
      {make.error && <TroubleNotice error={make.error} />}
      <Field
        label="Name"
        name="name"
        placeholder="till-harbour"
        pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
        maxLength={63}
        required
        wrong={wrong["name"]}
      />
      <ChoiceField label="It may" name="may" wrong={wrong["may"]}>
        <option value="write">write: bring events in</option>
        <option value="read">read: look customers up</option>
      </ChoiceField>
      <Field
        label="Source"
        name="source"
        hint="For a write key: what its events are filed under. Empty: the key's name."
        wrong={wrong["source"]}
      />
      <div className="acts">
        <button type="submit" className="button first" aria-disabled={make.isPending}>
          Make the key
        </button>
      </div>
    </form>
  );
}

function keyIn(form: FormData): NewKey {
  const source = textIn(form, "source");
  return {
    name: textIn(form, "name"),
    may: form.get("may") === "read" ? "read" : "write",
    ...(source ? { source } : {}),
  };
}

function Shown({ made }: { made: MadeKey }) {
  return (
    <output className="form">
      <p>This is the key of {made.name}. It is shown only now: put it where the program finds it.</p>
      <code className="secret">{made.key}</code>
      <div className="acts">
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(made.key)}>
          Copy the key
        </button>
      </div>
    </output>
  );
}
