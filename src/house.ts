import { segmentRoutes } from "./connections/segment/routes.ts";
import { touchRoutes } from "./connections/touches/routes.ts";
import type { Naming } from "./customers/index.ts";
import { mergeRoutes } from "./customers/routes.ts";
import type { AuditLog } from "./foundation/audit.ts";
import type { Db } from "./foundation/database/database.ts";
import type { Reader } from "./foundation/database/pipelined.ts";
import type { App } from "./foundation/http/index.ts";
import { recognitionRoutes, type Memory, type NameSearch } from "./recognition/index.ts";
import type { PlaceDefaults, StaffDoorkeeper } from "./staff/index.ts";
import { staffRoutes } from "./staff/routes.ts";
import { catalogueRoutes } from "./touchpoints/catalogue/routes.ts";
import { askRoutes } from "./touchpoints/asks/routes.ts";
import { ledgerRoutes } from "./touchpoints/ledger/routes.ts";
import { timelineRoutes } from "./touchpoints/timeline/routes.ts";
import { readInstallation, type Installation } from "./touchpoints/index.ts";

/** What lives as long as the server and is handed to the doors. */
export type House = {
  readonly naming: Naming;
  readonly defaults: PlaceDefaults;
  readonly doorkeeper: StaffDoorkeeper;
  readonly audit: AuditLog;
  readonly reader: Reader;
  readonly memory: Memory;
  readonly search: NameSearch;
};

/** What the owner said of the installation, read again when they say it. */
export async function settledOn(db: Db) {
  let settled = await read();
  function read(): Promise<Installation> {
    return readInstallation({ actor: { kind: "system", name: "settings" }, db, now: new Date() });
  }
  return {
    get zone() {
      return settled.zone;
    },
    get region() {
      return settled.region;
    },
    get currency() {
      return settled.currency;
    },
    renew: async (): Promise<void> => void (settled = await read()),
  };
}

/** The one list of all doors. */
export function hangDoors(app: App, house: House): void {
  staffRoutes(app, house);
  catalogueRoutes(app);
  touchRoutes(app, house);
  segmentRoutes(app, house);
  recognitionRoutes(app, house);
  mergeRoutes(app, house);
  timelineRoutes(app, house);
  ledgerRoutes(app, house);
  askRoutes(app, house);
}
