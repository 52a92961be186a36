export { staff as townStaff } from "./businesses.ts";
export type { Share } from "./household.ts";
export { lifeOf } from "./life.ts";
export { liveUntilNow } from "./live.ts";
export { amara } from "./regulars.ts";
export { householdsOf, residentsOf, type Resident, type Town } from "./town.ts";
export { settleTown, townEmail, townPassword } from "./settle.ts";
