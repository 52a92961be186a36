export { deletionHashes } from "./deletions.ts";
export { jaroWinkler } from "./jaro-winkler.ts";
export { osaDistance, plainOsaDistance } from "./osa.ts";
