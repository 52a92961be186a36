import { Type, type Static } from "typebox";

/** The shapes of the doors about employees: who they are, how they come in, when they work. Times are ISO 8601. */
const strict = { additionalProperties: false };
const at = Type.String({ format: "date-time" });
const uuid = Type.String({ format: "uuid" });
const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);

export const roleShape = Type.Union([
  Type.Literal("front line"),
  Type.Literal("manager"),
  Type.Literal("executive"),
  Type.Literal("administrator"),
]);

const nameShape = Type.String({ minLength: 1, maxLength: 200 });
const emailShape = Type.String({ format: "email", maxLength: 320 });
export const passwordShape = Type.String({ minLength: 10, maxLength: 200 });
const codeShape = Type.String({ minLength: 1, maxLength: 100 });
const moneyShape = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** `place` is a place's code. */
export const meShape = Type.Object(
  {
    staff: Type.Object(
      {
        id: uuid,
        name: Type.String(),
        email: nullable(Type.String()),
        role: roleShape,
        place: nullable(Type.String()),
      },
      strict,
    ),
    simulated: Type.Boolean(),
  },
  strict,
);
export type Me = Static<typeof meShape>;

export const setupStateShape = Type.Object({ needed: Type.Boolean() }, strict);
export const ownerShape = Type.Object(
  {
    name: nameShape,
    email: emailShape,
    password: passwordShape,
    place: Type.Optional(
      Type.Object(
        {
          name: nameShape,
          zone: Type.Optional(Type.String({ maxLength: 60 })),
          region: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$" })),
          currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3}$" })),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type Owner = Static<typeof ownerShape>;

export const signInShape = Type.Object(
  { email: Type.String({ maxLength: 320 }), password: Type.String({ maxLength: 200 }) },
  strict,
);

export const staffShape = Type.Object(
  {
    id: uuid,
    code: Type.String(),
    name: Type.String(),
    email: nullable(Type.String()),
    role: roleShape,
    place: nullable(Type.String()),
    perGestureMinor: Type.Integer(),
    perMonthMinor: Type.Integer(),
    signsIn: Type.Union([Type.Literal("yes"), Type.Literal("invited"), Type.Literal("no")]),
    leftAt: nullable(at),
    simulated: Type.Boolean(),
  },
  strict,
);
export type StaffMember = Static<typeof staffShape>;

export const newStaffShape = Type.Object(
  {
    name: nameShape,
    email: emailShape,
    role: roleShape,
    place: Type.Optional(codeShape),
    perGestureMinor: Type.Optional(moneyShape),
    perMonthMinor: Type.Optional(moneyShape),
  },
  strict,
);
export type NewStaff = Static<typeof newStaffShape>;

export const staffChangeShape = Type.Object(
  {
    name: Type.Optional(nameShape),
    email: Type.Optional(emailShape),
    role: Type.Optional(roleShape),
    place: Type.Optional(nullable(codeShape)),
    perGestureMinor: Type.Optional(moneyShape),
    perMonthMinor: Type.Optional(moneyShape),
  },
  { ...strict, minProperties: 1 },
);
export type StaffChange = Static<typeof staffChangeShape>;

/** `token` is shown once; the web app's page for it is /invitation#TOKEN, so that it stands in no server's log. */
export const invitationShape = Type.Object({ token: Type.String(), path: Type.String(), expiresAt: at }, strict);
export type Invitation = Static<typeof invitationShape>;
export const invitedShape = Type.Object({ staff: staffShape, invitation: invitationShape }, strict);

/** The token's length is bounded only: a wrong one is refused as unknown, whatever is wrong with it. */
export const acceptanceShape = Type.Object({ token: Type.String({ maxLength: 200 }), password: passwordShape }, strict);

export const shiftShape = Type.Object(
  { id: uuid, staff: uuid, name: Type.String(), place: Type.String(), startsAt: at, endsAt: at },
  strict,
);
export type Shift = Static<typeof shiftShape>;
/** Without `staff`, one's own; without `startsAt`, from now; without `endsAt`, for eight hours. */
export const newShiftShape = Type.Object(
  { place: codeShape, staff: Type.Optional(uuid), startsAt: Type.Optional(at), endsAt: Type.Optional(at) },
  strict,
);
export type NewShift = Static<typeof newShiftShape>;

export const keyShape = Type.Object(
  {
    name: Type.String(),
    may: Type.Union([Type.Literal("write"), Type.Literal("read")]),
    source: nullable(Type.String()),
    madeAt: at,
    revokedAt: nullable(at),
  },
  strict,
);
export const newKeyShape = Type.Object(
  {
    name: Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" }),
    may: Type.Union([Type.Literal("write"), Type.Literal("read")]),
    source: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" })),
  },
  strict,
);
export type NewKey = Static<typeof newKeyShape>;
/** `key` is shown once. */
export const madeKeyShape = Type.Object(
  { name: Type.String(), key: Type.String(), may: Type.String(), source: nullable(Type.String()) },
  strict,
);
export type MadeKey = Static<typeof madeKeyShape>;

export const lookShape = Type.Object(
  {
    id: uuid,
    at,
    actor: Type.Object({ kind: Type.String(), id: Type.String(), name: Type.String() }, strict),
    customer: uuid,
    why: Type.String(),
    fields: Type.Array(Type.String()),
  },
  strict,
);
