export { openNameIndex, type OpenNameIndex } from "./open-name-index.ts";
export { trimChanges } from "./trim-changes.ts";
