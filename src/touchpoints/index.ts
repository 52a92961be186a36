export { judgeAsked } from "./filing/asked.ts";
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
export type { PlaceEntry, TouchpointEntry } from "./catalogue/contract.ts";
export { readChannel } from "./catalogue/channel.ts";
export { ensureBuiltIns, ensureCodes, placeId, staffId, type ArrivingCodes } from "./catalogue/ensure-codes.ts";
export { describePlace, type PlaceTraits } from "./catalogue/describe-place.ts";
export { describeTouchpoint, type As } from "./catalogue/describe-touchpoint.ts";
export { changesOf, type CatalogueChange } from "./catalogue/history.ts";
export { readInstallation, settleInstallation, type Installation } from "./catalogue/installation.ts";
export { itemId, type ArrivingItem } from "./catalogue/name-items.ts";
export { makePromise, type PromiseOffer } from "./catalogue/make-promise.ts";
export { promiseId, type TouchpointPromise } from "./catalogue/promise.ts";
export { readCatalogue } from "./catalogue/read-catalogue.ts";
export { retirePromise } from "./catalogue/retire-promise.ts";
export { touchpointId, type Channel, type Touchpoint, type TouchpointTraits } from "./catalogue/touchpoint.ts";
export { factName, knownBefore, type KnownFact } from "./promise/fact-name.ts";
export { judgeAfterChanges } from "./promise/judge-again.ts";
export { judgeWhatFellDue } from "./promise/judge-what-fell-due.ts";
export { promiseCrontab, promiseTasks } from "./promise/tasks.ts";
export { judge } from "./promise/judge.ts";
export type { Evidence, JudgedTouch, Judgement, PromiseRule } from "./promise/rule.ts";
export { ledgerRoutes } from "./ledger/routes.ts";
export type { Ledger, LedgerFigure, LedgerPage, LedgerRow } from "./ledger/contract.ts";
export { timelineRoutes } from "./timeline/routes.ts";
export type { Touch, TouchPage } from "./timeline/contract.ts";
