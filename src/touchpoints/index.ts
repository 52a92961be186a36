export { ingest } from "./ingest.ts";
export type { ArrivingLine, ArrivingRecord, Verdict } from "./record.ts";
