import { Field } from "../parts/field.tsx";

export function NewPassword({ wrong }: { wrong?: string | undefined }) {
  return (
    <Field
      label="A password"
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={10}
      required
      hint="At least ten characters. Three words you like are good."
      wrong={wrong}
    />
  );
}
