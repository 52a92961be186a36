import { FlaskConical } from "lucide-react";

/** On every screen that shows people who do not exist. */
export function Simulated() {
  return (
    <span className="simulated">
      <FlaskConical size={16} aria-hidden />
      <span>
        Simulated<span className="simulated-more"> people</span>
      </span>
    </span>
  );
}
