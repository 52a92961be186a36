import { Link } from "@tanstack/react-router";
import { seesCustomers, useMe } from "../parts/use-me.ts";

/** Leads to the customer's page; whoever looks at figures and not at people sees a number, by which rows are compared. */
export function CustomerLink({ customer, name }: { customer: string; name: string | null }) {
  const who = useMe();
  if (who && !seesCustomers(who.staff.role)) return <span className="soft">Customer {customer.slice(0, 8)}</span>;
  return (
    <Link to="/desk/customers/$customer" params={{ customer }} className="link-button name" preload={false}>
      <span dir="auto">{name ?? "No name yet"}</span>
    </Link>
  );
}
