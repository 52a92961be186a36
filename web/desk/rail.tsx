import { Link } from "@tanstack/react-router";
import { CircleHelp, Search } from "lucide-react";
import { AccountMenu } from "../parts/account-menu.tsx";
import { Simulated } from "../parts/simulated.tsx";
import { useMe } from "../parts/use-me.ts";
import { pagesFor, type DeskPage } from "./pages.ts";

export function Rail({ find, help }: { find: () => void; help: () => void }) {
  const who = useMe();
  return (
    <header className="rail">
      <div className="rail-top">
        <Link to="/" className="wordmark">
          Regulars
        </Link>
        <AccountMenu />
      </div>
      {who?.simulated && <Simulated />}
      <button type="button" className="rail-find" onClick={find}>
        <Search size={18} aria-hidden />
        <span>Find anything</span>
        <kbd aria-hidden>/</kbd>
      </button>
      <nav className="rail-nav" aria-label="Desk">
        {pagesFor(who?.staff.role).map((pages) => (
          <Pages key={pages[0]?.to} pages={pages} />
        ))}
      </nav>
      <button type="button" className="rail-item rail-help" onClick={help}>
        <CircleHelp size={20} aria-hidden />
        Keys and help
      </button>
    </header>
  );
}

function Pages({ pages }: { pages: readonly DeskPage[] }) {
  return (
    <ul className="rail-group">
      {pages.map(({ to, name, sign: Sign }) => (
        <li key={to}>
          <Link to={to} className="rail-item" activeOptions={{ includeSearch: false }}>
            <Sign size={20} aria-hidden />
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
