import { Link } from "@tanstack/react-router";
import "./lost.css";

export function Lost() {
  return (
    <main className="lost">
      <h1>Nothing is here</h1>
      <p className="soft">The page may have moved, or the address has a slip in it.</p>
      <p>
        <Link to="/" className="button first">
          Back to work
        </Link>
      </p>
    </main>
  );
}
