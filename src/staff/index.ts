export { hashPassword } from "./access/password.ts";
export { makeSetUpCode } from "./access/set-up-code.ts";
export type { PlaceDefaults } from "./access/set-up-owner.ts";
export { heedAccessChanges, staffDoorkeeper, type StaffDoorkeeper } from "./access/staff-doorkeeper.ts";
export type {
  Colleague,
  Invitation,
  Key,
  Look,
  MadeKey,
  Me,
  NewKey,
  NewShift,
  NewStaff,
  Owner,
  SetUpState,
  Shift,
  StaffChange,
  StaffMember,
} from "./contract.ts";
export { addKey } from "./keys/add-key.ts";
export { lendKey } from "./keys/lend-key.ts";
export { revokeKey } from "./keys/revoke-key.ts";
