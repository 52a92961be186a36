import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { LogOut, Moon, PanelsTopLeft, Sun, SunMoon, Tablet } from "lucide-react";
import { ask } from "./ask.ts";
import { useSingleKeys } from "./shortcuts.ts";
import { chooseTheme, useTheme, type Theme } from "./theme.ts";
import { hasDesk, hasFloor, homeOf, useMe } from "./use-me.ts";
import "./account-menu.css";

/** Who is signed in, light or dark, the way out. A native popover: it closes on Esc and on a press elsewhere by itself. */
export function AccountMenu() {
  const staff = useMe()?.staff;
  return (
    <>
      <button
        type="button"
        className="account-button"
        popoverTarget="account"
        aria-label={staff ? `Account of ${staff.name}` : "Account"}
      >
        {initialsOf(staff?.name ?? "")}
      </button>
      <div id="account" popover="auto" className="account-menu">
        {staff && (
          <p className="account-who">
            <strong dir="auto">{staff.name}</strong>
            <span className="soft small">{staff.role}</span>
          </p>
        )}
        {staff && hasFloor(staff.role) && (
          <Link to="/floor" className="account-item">
            <Tablet size={20} aria-hidden /> Floor
          </Link>
        )}
        {staff && hasDesk(staff.role) && (
          <Link to={homeOf(staff.role)} className="account-item">
            <PanelsTopLeft size={20} aria-hidden /> Desk
          </Link>
        )}
        <ThemeChoice />
        <SingleKeys />
        <SignOut />
      </div>
    </>
  );
}

const themes: readonly (readonly [Theme, typeof Sun])[] = [
  ["as the device", SunMoon],
  ["light", Sun],
  ["dark", Moon],
];

function ThemeChoice() {
  const theme = useTheme();
  return (
    <fieldset className="theme-choice">
      <legend className="unseen">Light or dark</legend>
      {themes.map(([name, Sign]) => (
        <label key={name}>
          <input type="radio" name="theme" checked={theme === name} onChange={() => chooseTheme(name)} />
          <Sign size={20} aria-hidden />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function SingleKeys() {
  const [on, turn] = useSingleKeys();
  return (
    <label className="account-item">
      <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
      <span>
        Single keys: <kbd>/</kbd> search, <kbd>?</kbd> help
      </span>
    </label>
  );
}

function SignOut() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    await ask("/v1/sessions/current", { method: "DELETE" }).catch(() => undefined);
    cache.clear();
    await navigate({ to: "/sign-in" });
  };
  return (
    <button type="button" className="account-item" onClick={() => void signOut()}>
      <LogOut size={20} aria-hidden /> Sign out
    </button>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}
