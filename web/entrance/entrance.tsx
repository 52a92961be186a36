import { useEffect, useRef } from "react";
import "./entrance.css";

type Props = { readonly title: string; readonly lead: string; readonly children: React.ReactNode };

/** The front door: a sheet of paper and one thing to do on it, which is where the cursor stands. */
export function Entrance({ title, lead, children }: Props) {
  const door = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · Regulars`;
    door.current?.querySelector("input")?.focus();
  }, [title]);
  return (
    <main className="entrance" ref={door}>
      <div className="entrance-sheet">
        <p className="entrance-name">Regulars</p>
        <h1>{title}</h1>
        <p className="entrance-lead">{lead}</p>
        {children}
      </div>
    </main>
  );
}
