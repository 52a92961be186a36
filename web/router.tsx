import { createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { answers, onSignedOut } from "./answers.ts";
import { deskRoute } from "./desk/desk-routes.tsx";
import { ArrivalScreen } from "./floor/arrival-screen.tsx";
import { FloorScreen } from "./floor/floor-screen.tsx";
import { SomeoneNew } from "./floor/someone-new.tsx";
import { isNotSignedIn } from "./parts/ask.ts";
import { Lost } from "./parts/lost.tsx";
import { homeOf, me } from "./parts/use-me.ts";
import { root } from "./root.ts";
import { setUpNeeded } from "./entrance/set-up-needed.ts";

/** Whoever comes in is sent where they work; an installation without an owner first asks for one. */
const landing = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async () => {
    const who = await answers.fetchQuery(me).catch((error: unknown) => {
      if (isNotSignedIn(error)) return null;
      throw error;
    });
    if (!who) throw redirect({ to: (await setUpNeeded()) ? "/set-up" : "/sign-in" });
    throw redirect({ to: homeOf(who.staff.role) });
  },
});

const floor = createRoute({ getParentRoute: () => root, path: "/floor", component: FloorScreen });
const floorEmpty = createRoute({ getParentRoute: () => floor, path: "/" });
const arrival = createRoute({ getParentRoute: () => floor, path: "$customer", component: ArrivalScreen });
const someoneNew = createRoute({ getParentRoute: () => floor, path: "someone-new", component: SomeoneNew });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    isOurPath(search["to"]) ? { to: search["to"] } : {},
  component: lazyRouteComponent(() => import("./entrance/sign-in-screen.tsx"), "SignInScreen"),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  component: lazyRouteComponent(() => import("./entrance/set-up-screen.tsx"), "SetUpScreen"),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(() => import("./entrance/invitation-screen.tsx"), "InvitationScreen"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    landing,
    floor.addChildren([floorEmpty, arrival, someoneNew]),
    deskRoute,
    signIn,
    setUp,
    invitation,
  ]),
  defaultNotFoundComponent: Lost,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === "/sign-in" || pathname === "/set-up" || pathname === "/") return;
  void router.navigate({ to: "/sign-in", search: { to: href }, replace: true });
});

/** Back to a page of ours only: "//elsewhere" would be somebody else's. */
function isOurPath(to: unknown): to is string {
  return typeof to === "string" && /^\/(?![/\\])/.test(to);
}
