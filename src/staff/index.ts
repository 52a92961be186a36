export { acceptInvitation, invite } from "./access/invitation.ts";
export { hashPassword } from "./access/password.ts";
export { setUpOwner, type PlaceDefaults } from "./access/set-up-owner.ts";
export { signIn } from "./access/sign-in.ts";
export { heedAccessChanges, staffDoorkeeper, type StaffDoorkeeper } from "./access/staff-doorkeeper.ts";
export type {
  Invitation,
  Key,
  Look,
  MadeKey,
  Me,
  NewKey,
  NewShift,
  NewStaff,
  Owner,
  Shift,
  StaffChange,
  StaffMember,
} from "./contract.ts";
export { addKey } from "./keys/add-key.ts";
export { revokeKey } from "./keys/revoke-key.ts";
export { addStaff } from "./people/add-staff.ts";
export { checkIn, checkOut } from "./shifts/check-in.ts";
export { onShift } from "./shifts/on-shift.ts";
