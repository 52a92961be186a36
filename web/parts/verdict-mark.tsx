import { Check, CircleHelp, RefreshCw, X } from "lucide-react";

export type Meaning = "kept" | "broken" | "unknown" | "healing";

const signs = { kept: Check, broken: X, unknown: CircleHelp, healing: RefreshCw } as const;

/** One of the four meanings: always a sign and a word, the colour only helps. */
export function VerdictMark({ meaning, children }: { meaning: Meaning; children?: React.ReactNode }) {
  return (
    <span className={`mark ${meaning}`}>
      <VerdictSign meaning={meaning} />
      {children ?? meaning}
    </span>
  );
}

export function VerdictSign({ meaning, size = 18 }: { meaning: Meaning; size?: number }) {
  const Sign = signs[meaning];
  return <Sign size={size} strokeWidth={2.5} aria-hidden />;
}
