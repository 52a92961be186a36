import { useState } from "react";
import type { PromiseRule } from "../../../src/touchpoints/index.ts";
import { ChoiceField, Field } from "../../parts/field.tsx";
import { textIn } from "../../parts/text-in.ts";

type Offer = { wording: string; rule: PromiseRule };
const kinds = ["served", "delivered by day", "delivered by the moment", "asked nothing twice"] as const;
type Kind = (typeof kinds)[number];

export function PromiseForm({ make }: { make: (offer: Offer) => Promise<unknown> }) {
  const [kind, choose] = useState<Kind>("served");
  const submit = (event: React.FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const offer = { wording: textIn(fields, "wording"), rule: ruleIn(kind, Number(fields.get("minutes"))) };
    // What was typed stays until it has been written down.
    void make(offer).then(
      () => form.reset(),
      () => undefined,
    );
  };
  return (
    <form className="form promise-form" onSubmit={submit}>
      <Field
        label="Promise something new"
        name="wording"
        placeholder="Served within 5 minutes"
        required
        maxLength={200}
      />
      <div className="form-row">
        <ChoiceField label="Judged by" value={kind} onChange={(event) => choose(event.target.value as Kind)}>
          <option value="served">the wait</option>
          <option value="delivered by day">the promised day</option>
          <option value="delivered by the moment">the promised moment</option>
          <option value="asked nothing twice">nothing asked twice</option>
        </ChoiceField>
        {kind === "served" && (
          <Field label="At most, minutes" name="minutes" type="number" min={0.5} step={0.5} defaultValue={5} required />
        )}
      </div>
      <div className="acts">
        <button type="submit" className="button">
          Promise it from now on
        </button>
      </div>
    </form>
  );
}

function ruleIn(kind: Kind, minutes: number): PromiseRule {
  if (kind === "served") return { kind: "served", withinSeconds: Math.round(minutes * 60) };
  if (kind === "asked nothing twice") return { kind: "asked nothing twice" };
  return { kind: "delivered", by: kind === "delivered by day" ? "day" : "timestamp" };
}
