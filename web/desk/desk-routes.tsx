import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { root } from "../root.ts";
import { ledgerFilters, reaskFilters, timelineFilters } from "./filters.ts";

/** The desk is fetched when someone sits down at it; the floor never waits for it. */
const desk = createRoute({
  getParentRoute: () => root,
  path: "/desk",
  component: lazyRouteComponent(() => import("./desk.tsx"), "Desk"),
});

const first = createRoute({
  getParentRoute: () => desk,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/" });
  },
});
const timeline = createRoute({
  getParentRoute: () => desk,
  path: "timeline",
  validateSearch: timelineFilters,
  component: lazyRouteComponent(() => import("./timeline/timeline-screen.tsx"), "TimelineScreen"),
});
const ledger = createRoute({
  getParentRoute: () => desk,
  path: "ledger",
  validateSearch: ledgerFilters,
  component: lazyRouteComponent(() => import("./ledger/ledger-screen.tsx"), "LedgerScreen"),
});
const reasks = createRoute({
  getParentRoute: () => desk,
  path: "reasks",
  validateSearch: reaskFilters,
  component: lazyRouteComponent(() => import("./reasks/reasks-screen.tsx"), "ReasksScreen"),
});
const touchpoints = createRoute({
  getParentRoute: () => desk,
  path: "touchpoints",
  component: lazyRouteComponent(() => import("./touchpoints/touchpoints-screen.tsx"), "TouchpointsScreen"),
});
const customer = createRoute({
  getParentRoute: () => desk,
  path: "customers/$customer",
  component: lazyRouteComponent(() => import("./customer/customer-screen.tsx"), "CustomerScreen"),
});
const places = createRoute({
  getParentRoute: () => desk,
  path: "places",
  component: lazyRouteComponent(() => import("./house/places-screen.tsx"), "PlacesScreen"),
});
const staff = createRoute({
  getParentRoute: () => desk,
  path: "staff",
  component: lazyRouteComponent(() => import("./house/staff-screen.tsx"), "StaffScreen"),
});
const keys = createRoute({
  getParentRoute: () => desk,
  path: "keys",
  component: lazyRouteComponent(() => import("./house/keys-screen.tsx"), "KeysScreen"),
});
const audit = createRoute({
  getParentRoute: () => desk,
  path: "audit",
  component: lazyRouteComponent(() => import("./house/audit-screen.tsx"), "AuditScreen"),
});

export const deskRoute = desk.addChildren([
  first,
  timeline,
  ledger,
  reasks,
  touchpoints,
  customer,
  places,
  staff,
  keys,
  audit,
]);
