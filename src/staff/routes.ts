import type { App } from "../foundation/http/index.ts";
import { accessRoutes, type StaffHouse } from "./access/routes.ts";
import { keyRoutes } from "./keys/routes.ts";
import { lookRoutes } from "./look-routes.ts";
import { peopleRoutes } from "./people/routes.ts";
import { shiftRoutes } from "./shifts/routes.ts";

/** All doors about employees: coming in, who they are, when they work, keys, and who looked at whom. */
export function staffRoutes(app: App, house: StaffHouse): void {
  accessRoutes(app, house);
  peopleRoutes(app);
  shiftRoutes(app);
  keyRoutes(app);
  lookRoutes(app);
}
