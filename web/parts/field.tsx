import { CircleAlert } from "lucide-react";
import { useId } from "react";

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
} & React.ComponentProps<"input">;

/** A labelled input whose mistake is said beside it, in words. */
export function Field({ label, hint, wrong, ...input }: Props) {
  const id = useId();
  const about = [hint ? `${id}-hint` : null, wrong ? `${id}-wrong` : null].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={about || undefined}
        {...input}
      />
      <About id={id} hint={hint} wrong={wrong} />
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
} & React.ComponentProps<"select">;

/** The same for a choice of a few. */
export function ChoiceField({ label, hint, wrong, children, ...select }: ChoiceProps) {
  const id = useId();
  const about = [hint ? `${id}-hint` : null, wrong ? `${id}-wrong` : null].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={about || undefined}
        {...select}
      >
        {children}
      </select>
      <About id={id} hint={hint} wrong={wrong} />
    </div>
  );
}

function About({ id, hint, wrong }: { id: string; hint: string | undefined; wrong: string | undefined }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          <CircleAlert size={18} aria-hidden /> {wrong}
        </p>
      )}
    </>
  );
}
