import { Link } from "@tanstack/react-router";
import { Called } from "../parts/called.tsx";
import { seesCustomers, useMe } from "../parts/use-me.ts";

type Props = { readonly customer: string; readonly name: string | null; readonly knownBy: string | null };

/** Leads to the customer's page; whoever looks at figures and not at people sees a number, by which rows are compared. */
export function CustomerLink({ customer, name, knownBy }: Props) {
  const who = useMe();
  if (who && !seesCustomers(who.staff.role)) return <span className="soft">Customer {knownBy}</span>;
  return (
    <Link to="/desk/customers/$customer" params={{ customer }} className="link-button name" preload={false}>
      <Called name={name} knownBy={knownBy} />
    </Link>
  );
}
