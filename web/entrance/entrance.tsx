import { Simulated } from "../parts/simulated.tsx";
import "./entrance.css";

/** The front door: a sheet of paper and one thing to do on it. */
export function Entrance({ title, lead, simulated, children }: { title: string; lead: string; simulated?: boolean; children: React.ReactNode }) {
  return (
    <main className="entrance">
      <div className="entrance-sheet sheet-paper">
        <p className="entrance-name">
          Regulars {simulated && <Simulated />}
        </p>
        <h1>{title}</h1>
        <p className="entrance-lead">{lead}</p>
        {children}
      </div>
    </main>
  );
}
