import { X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { SaidSo } from "./said-so.tsx";
import "./sheet.css";

type Props = {
  readonly title: string;
  readonly close: () => void;
  /** Beside the page, or in front of it. */
  readonly as?: "drawer" | "card";
  readonly children: React.ReactNode;
};

/** A sheet laid over the page. The browser keeps the focus inside, and Esc or a press beside it puts it away. */
export function Sheet({ title, close, as = "drawer", children }: Props) {
  const sheet = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLaidOver(sheet, close);
  return (
    <dialog ref={sheet} className={`over ${as}`} aria-labelledby={id}>
      <div className="over-inside">
        <header className="over-top">
          <h2 id={id}>{title}</h2>
          <button type="button" className="round" aria-label="Close" onClick={close}>
            <X aria-hidden />
          </button>
        </header>
        {children}
      </div>
      {/* What lies below cannot be reached now, so a word with its Undo is said here. */}
      <SaidSo />
    </dialog>
  );
}

function useLaidOver(sheet: React.RefObject<HTMLDialogElement | null>, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const dialog = sheet.current;
    if (!dialog) return;
    const onCancel = (event: Event): void => (event.preventDefault(), latest.current());
    const onPress = (event: MouseEvent): void => void (event.target === dialog && latest.current());
    dialog.addEventListener("cancel", onCancel);
    dialog.addEventListener("mousedown", onPress);
    dialog.showModal();
    // Something to fill in is what the sheet was opened for.
    dialog.querySelector<HTMLElement>("input:not([type=checkbox]), textarea")?.focus();
    return () => {
      dialog.removeEventListener("cancel", onCancel);
      dialog.removeEventListener("mousedown", onPress);
      dialog.close();
    };
  }, [sheet]);
}
