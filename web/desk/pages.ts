import {
  BookOpenCheck,
  Eye,
  KeyRound,
  MapPin,
  MessageCircleQuestion,
  Scale,
  ScrollText,
  Tablet,
  Users,
  type LucideIcon,
} from "lucide-react";
import type { Role } from "../parts/use-me.ts";

export type DeskPage = {
  readonly to: string;
  readonly name: string;
  readonly question: string;
  readonly sign: LucideIcon;
  /** Whose page it is; the server refuses everybody else. */
  readonly roles: readonly Role[];
};

const managers: readonly Role[] = ["manager", "administrator"];
const everyDesk: readonly Role[] = ["manager", "executive", "administrator"];
const owners: readonly Role[] = ["administrator"];

/** One question per page, in three groups: what happened, the house, the floor. */
const groups: readonly (readonly DeskPage[])[] = [
  [
    { to: "/desk/timeline", name: "Timeline", question: "What happened?", sign: ScrollText, roles: managers },
    { to: "/desk/ledger", name: "Promise ledger", question: "Did we keep our word?", sign: Scale, roles: everyDesk },
    {
      to: "/desk/reasks",
      name: "Asked twice",
      question: "Did we ask what they had told us?",
      sign: MessageCircleQuestion,
      roles: everyDesk,
    },
    {
      to: "/desk/touchpoints",
      name: "Touchpoints",
      question: "Where do customers meet us?",
      sign: BookOpenCheck,
      roles: everyDesk,
    },
  ],
  [
    { to: "/desk/places", name: "Places", question: "Where are we?", sign: MapPin, roles: everyDesk },
    { to: "/desk/staff", name: "Staff & access", question: "Who works here?", sign: Users, roles: managers },
    { to: "/desk/keys", name: "API keys", question: "Which programs may come in?", sign: KeyRound, roles: owners },
    { to: "/desk/audit", name: "Audit", question: "Who looked at whom?", sign: Eye, roles: owners },
  ],
  [{ to: "/floor", name: "Floor", question: "Who is in front of us?", sign: Tablet, roles: managers }],
];

export function pagesFor(role: Role | undefined): readonly (readonly DeskPage[])[] {
  if (role === undefined) return [];
  return groups.map((pages) => pages.filter((page) => page.roles.includes(role))).filter((pages) => pages.length > 0);
}
