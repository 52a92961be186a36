export { deletionHashes } from "./deletions.ts";
export { osaDistance, plainOsaDistance } from "./osa.ts";
