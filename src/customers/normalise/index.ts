export { normaliseCode } from "./code.ts";
export { normaliseEmail } from "./email.ts";
export { normaliseName } from "./name.ts";
export { normalisePhone } from "./phone.ts";
export { isPlaceholder, namesNobody } from "./placeholder.ts";
export { normalising } from "./version.ts";
