export { ingest } from "./ingest.ts";
export type { ArrivingLine, ArrivingRecord, Verdict } from "./record.ts";
export {
  promisesAt,
  touchpointAt,
  zoneAt,
  type Catalogue,
  type Item,
  type Place,
  type StaffName,
} from "./catalogue/catalogue.ts";
export { readChannel } from "./catalogue/channel.ts";
export { ensureBuiltIns, ensureCodes, placeId, staffId, type ArrivingCodes } from "./catalogue/ensure-codes.ts";
export { readInstallation, type Installation } from "./catalogue/installation.ts";
export { itemId, type ArrivingItem } from "./catalogue/name-items.ts";
export { promiseId, type TouchpointPromise } from "./catalogue/promise.ts";
export { readCatalogue } from "./catalogue/read-catalogue.ts";
export { touchpointId, type Channel, type Touchpoint } from "./catalogue/touchpoint.ts";
export { factName, knownBefore, type KnownFact } from "./promise/fact-name.ts";
export { judge } from "./promise/judge.ts";
export type { Evidence, JudgedTouch, Judgement, PromiseRule } from "./promise/rule.ts";
