export { staff as townStaff } from "./businesses.ts";
export { lifeOf } from "./life.ts";
export { liveUntilNow } from "./live.ts";
export { amara } from "./regulars.ts";
export { townEmail, townPassword } from "./settle.ts";
export { residentsOf, type Town } from "./town.ts";
