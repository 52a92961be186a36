export { deletionHashes } from "./deletions.ts";
export { osaDistance } from "./osa.ts";
