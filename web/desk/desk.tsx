import { Navigate, Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { SaidSo } from "../parts/said-so.tsx";
import { useShortcut } from "../parts/shortcuts.ts";
import { hasDesk, useMe } from "../parts/use-me.ts";
import { Help } from "./help.tsx";
import { Rail } from "./rail.tsx";
import { Spotlight } from "./spotlight.tsx";
import "./desk.css";

/** The manager's room: a rail of places to go, one question on the page, everything within reach of the keyboard. */
export function Desk() {
  const [over, lay] = useState<"spotlight" | "help" | null>(null);
  const who = useMe();
  useShortcut("mod+k", () => lay("spotlight"));
  useShortcut("/", () => lay("spotlight"));
  useShortcut("?", () => lay("help"));
  if (who && !hasDesk(who.staff.role)) return <Navigate to="/floor" replace />;
  return (
    <div className="desk">
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <Rail find={() => lay("spotlight")} help={() => lay("help")} />
      <main id="page" className="page" tabIndex={-1}>
        <Outlet />
      </main>
      {over === "spotlight" && <Spotlight close={() => lay(null)} />}
      {over === "help" && <Help close={() => lay(null)} />}
      <SaidSo />
    </div>
  );
}
