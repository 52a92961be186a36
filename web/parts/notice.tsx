import { isUnreachable, Trouble } from "./ask.ts";
import { VerdictSign, type Meaning } from "./verdict-mark.tsx";

export function Notice({ meaning, title, children }: { meaning: Meaning; title?: string; children?: React.ReactNode }) {
  return (
    <div className={`notice ${meaning}`}>
      <span className={`mark ${meaning}`}>
        <VerdictSign meaning={meaning} size={20} />
      </span>
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}

/** What went wrong and what to do. Nothing that was typed is lost while it shows. */
export function TroubleNotice({ error, again }: { error: unknown; again?: () => void }) {
  const text = error instanceof Error ? error.message : "Something went wrong. Try again.";
  return (
    <div role="alert">
      <Notice meaning="broken" title={titleOf(error)}>
        <p>{text}</p>
        {again && (
          <p className="notice-act">
            <button type="button" className="button small" onClick={again}>
              Try again
            </button>
          </p>
        )}
      </Notice>
    </div>
  );
}

function titleOf(error: unknown): string {
  if (isUnreachable(error)) return "No connection";
  if (error instanceof Trouble && error.status === 403) return "Not for this account";
  if (error instanceof Trouble && error.status === 404) return "Not found";
  if (error instanceof Trouble && error.status === 429) return "Too quick";
  return "That did not work";
}
