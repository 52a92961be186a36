import { useEffect, useRef } from "react";
import { TroubleNotice } from "../parts/notice.tsx";

type Props = {
  readonly send: (form: FormData) => void;
  readonly error: Error | null;
  readonly sending: boolean;
  readonly verb: string;
  readonly children: React.ReactNode;
};

/** What is filled in at the front door. What is wrong comes into sight after a refusal: on a phone it may stand far above. */
export function EntranceForm({ send, error, sending, verb, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!error) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    form.current?.querySelector<HTMLElement>("[role=alert]")?.scrollIntoView({ block: "nearest" });
  }, [error]);
  return (
    <form
      ref={form}
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      }}
    >
      {error && <TroubleNotice error={error} />}
      {children}
      <button type="submit" className="button first" aria-disabled={sending}>
        {sending ? "One moment" : verb}
      </button>
    </form>
  );
}
