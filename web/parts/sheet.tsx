import { X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
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
  useEffect(() => {
    const dialog = sheet.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={sheet}
      className={`over ${as}`}
      aria-labelledby={id}
      onCancel={(event) => (event.preventDefault(), close())}
      onMouseDown={(event) => event.target === sheet.current && close()}
    >
      <div className="over-inside">
        <header className="over-top">
          <h2 id={id}>{title}</h2>
          <button type="button" className="round" aria-label="Close" onClick={close}>
            <X aria-hidden />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
