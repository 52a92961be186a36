import { describe, expect, it } from "vitest";
import { employee } from "../../test/app.ts";
import { seesContactDetails, seesNames } from "../customers/index.ts";
import type { Actor } from "../foundation/context.ts";
import { mayNoteShift, requireAdministrator, requireManager } from "./may.ts";

const visitor: Actor = { kind: "visitor", name: "a visitor" };
const system: Actor = { kind: "system", name: "command line" };

describe("a visitor, who has not come in yet,", () => {
  it("may do nothing and sees nothing, unlike the system at the machine", () => {
    expect(() => requireAdministrator(visitor)).toThrow("Only an administrator");
    expect(() => requireManager(visitor)).toThrow("Only a manager");
    expect(() => requireAdministrator(system)).not.toThrow();
    expect([mayNoteShift(visitor, "x", "y"), seesNames(visitor), seesContactDetails(visitor)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

it("shows contact details to those whose work needs them, and names to all but those who read figures", () => {
  const roles = ["front line", "manager", "executive", "administrator"] as const;
  expect(roles.filter((role) => seesContactDetails(employee(role)))).toEqual(["manager", "administrator"]);
  expect(roles.filter((role) => !seesNames(employee(role)))).toEqual(["executive"]);
});
