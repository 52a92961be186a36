import { X } from "lucide-react";
import { hush, useSaid } from "./say-so.ts";
import "./said-so.css";

/** Undo instead of "are you sure?". */
export function SaidSo() {
  const said = useSaid();
  return (
    <output className="said">
      {said && (
        <div className="said-so">
          <span>{said.text}</span>
          {said.undo && (
            <button type="button" className="button small" onClick={() => (said.undo?.(), hush())}>
              Undo
            </button>
          )}
          <button type="button" className="round" aria-label="Put this message away" onClick={hush}>
            <X size={18} aria-hidden />
          </button>
        </div>
      )}
    </output>
  );
}
