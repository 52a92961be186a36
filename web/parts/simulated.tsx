import { FlaskConical } from "lucide-react";

/** On every screen that shows people who do not exist. */
export function Simulated() {
  return (
    <span className="simulated">
      <FlaskConical size={16} aria-hidden />
      Simulated people
    </span>
  );
}
