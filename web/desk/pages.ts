import { BookOpenCheck, Eye, KeyRound, MapPin, Scale, ScrollText, Tablet, Users, type LucideIcon } from "lucide-react";

type DeskPage = {
  readonly to: string;
  readonly name: string;
  readonly question: string;
  readonly sign: LucideIcon;
  readonly owners?: true;
};

/** One question per page. Those of the house's keys and looks are an administrator's. */
export const happened: readonly DeskPage[] = [
  { to: "/desk/timeline", name: "Timeline", question: "What happened?", sign: ScrollText },
  { to: "/desk/ledger", name: "Promise ledger", question: "Did we keep our word?", sign: Scale },
  { to: "/desk/touchpoints", name: "Touchpoints", question: "Where do customers meet us?", sign: BookOpenCheck },
];
export const house: readonly DeskPage[] = [
  { to: "/desk/places", name: "Places", question: "Where are we?", sign: MapPin },
  { to: "/desk/staff", name: "Staff & access", question: "Who works here?", sign: Users },
  { to: "/desk/keys", name: "API keys", question: "Which programs may come in?", sign: KeyRound, owners: true },
  { to: "/desk/audit", name: "Audit", question: "Who looked at whom?", sign: Eye, owners: true },
];
export const floor: DeskPage = { to: "/floor", name: "Floor", question: "Who is in front of us?", sign: Tablet };
