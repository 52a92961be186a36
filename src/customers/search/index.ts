export { openNameIndex, type OpenNameIndex } from "./open-name-index.ts";
