export type { Invitation, Me, NewShift, NewStaff, Owner, Shift, StaffChange, StaffMember } from "./contract.ts";
