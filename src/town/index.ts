export { staff as townStaff, type TownStaff } from "./businesses.ts";
export { lifeOf } from "./life.ts";
export { liveUntilNow } from "./live.ts";
export type { Person } from "./person.ts";
export { amara } from "./regulars.ts";
export { townEmail, townPassword } from "./settle.ts";
export { residentsOf, type Resident, type Town } from "./town.ts";
