import { Link } from "@tanstack/react-router";

export function CustomerLink({ customer, name }: { customer: string; name: string | null }) {
  return (
    <Link to="/desk/customers/$customer" params={{ customer }} className="link-button name" preload={false}>
      <span dir="auto">{name ?? "No name yet"}</span>
    </Link>
  );
}
