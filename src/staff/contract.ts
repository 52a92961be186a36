import { Type, type Static } from "typebox";

/** The shapes of the doors about employees: who they are, how they come in, when they work. Times are ISO 8601. */
const strict = { additionalProperties: false };
const at = Type.String({ format: "date-time" });
const uuid = Type.String({ format: "uuid" });
const nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);

const Role = Type.Union([
  Type.Literal("front line"),
  Type.Literal("manager"),
  Type.Literal("executive"),
  Type.Literal("administrator"),
]);

const Name = Type.String({ minLength: 1, maxLength: 200 });
const Email = Type.String({ format: "email", maxLength: 320 });
const Password = Type.String({ minLength: 10, maxLength: 200 });
const Code = Type.String({ minLength: 1, maxLength: 100 });
const Money = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** `place` is a place's code. */
export const Me = Type.Object(
  {
    staff: Type.Object(
      {
        id: uuid,
        name: Type.String(),
        email: nullable(Type.String()),
        role: Role,
        place: nullable(Type.String()),
      },
      strict,
    ),
    simulated: Type.Boolean(),
  },
  strict,
);
export type Me = Static<typeof Me>;

/** `needsCode`: who asks comes from another machine than the server's, and needs the code on its terminal. */
export const SetUpState = Type.Object({ needed: Type.Boolean(), needsCode: Type.Boolean() }, strict);
export type SetUpState = Static<typeof SetUpState>;
export const Owner = Type.Object(
  {
    name: Name,
    email: Email,
    password: Password,
    /** As the server printed it; needed from another machine only. */
    code: Type.Optional(Type.String({ maxLength: 100 })),
    place: Type.Optional(
      Type.Object(
        {
          name: Name,
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
export type Owner = Static<typeof Owner>;

export const SignIn = Type.Object(
  { email: Type.String({ maxLength: 320 }), password: Type.String({ maxLength: 200 }) },
  strict,
);

export const StaffMember = Type.Object(
  {
    id: uuid,
    code: Type.String(),
    name: Type.String(),
    email: nullable(Type.String()),
    role: Role,
    place: nullable(Type.String()),
    perGestureMinor: Type.Integer(),
    perMonthMinor: Type.Integer(),
    signsIn: Type.Union([Type.Literal("yes"), Type.Literal("invited"), Type.Literal("no")]),
    leftAt: nullable(at),
    simulated: Type.Boolean(),
  },
  strict,
);
export type StaffMember = Static<typeof StaffMember>;

/** Whom a manager works with: enough to ask what they did and to put them on shift, and no address of theirs. */
export const Colleague = Type.Object(
  {
    id: uuid,
    name: Type.String(),
    role: Role,
    place: nullable(Type.String()),
    leftAt: nullable(at),
  },
  strict,
);
export type Colleague = Static<typeof Colleague>;

export const NewStaff = Type.Object(
  {
    name: Name,
    email: Email,
    /** As the till knows them; an employee whose touches came in before is found by it. Without it, the e-mail. */
    code: Type.Optional(Code),
    role: Role,
    place: Type.Optional(Code),
    perGestureMinor: Type.Optional(Money),
    perMonthMinor: Type.Optional(Money),
  },
  strict,
);
export type NewStaff = Static<typeof NewStaff>;

export const StaffChange = Type.Object(
  {
    name: Type.Optional(Name),
    email: Type.Optional(Email),
    role: Type.Optional(Role),
    place: Type.Optional(nullable(Code)),
    perGestureMinor: Type.Optional(Money),
    perMonthMinor: Type.Optional(Money),
  },
  { ...strict, minProperties: 1 },
);
export type StaffChange = Static<typeof StaffChange>;

/** `token` is shown once; the web app's page for it is /invitation#TOKEN, so that it stands in no server's log. */
export const Invitation = Type.Object({ token: Type.String(), path: Type.String(), expiresAt: at }, strict);
export type Invitation = Static<typeof Invitation>;
export const Invited = Type.Object({ staff: StaffMember, invitation: Invitation }, strict);

/** The token's length is bounded only: a wrong one is refused as unknown, whatever is wrong with it. */
export const Acceptance = Type.Object({ token: Type.String({ maxLength: 200 }), password: Password }, strict);

export const Shift = Type.Object(
  { id: uuid, staff: uuid, name: Type.String(), place: Type.String(), startsAt: at, endsAt: at },
  strict,
);
export type Shift = Static<typeof Shift>;
/** Without `staff`, one's own; without `startsAt`, from now; without `endsAt`, for eight hours. */
export const NewShift = Type.Object(
  { place: Code, staff: Type.Optional(uuid), startsAt: Type.Optional(at), endsAt: Type.Optional(at) },
  strict,
);
export type NewShift = Static<typeof NewShift>;

export const Key = Type.Object(
  {
    name: Type.String(),
    may: Type.Union([Type.Literal("write"), Type.Literal("read")]),
    source: nullable(Type.String()),
    madeAt: at,
    revokedAt: nullable(at),
  },
  strict,
);
export type Key = Static<typeof Key>;

export const NewKey = Type.Object(
  {
    name: Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" }),
    may: Type.Union([Type.Literal("write"), Type.Literal("read")]),
    source: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$" })),
  },
  strict,
);
export type NewKey = Static<typeof NewKey>;
/** `key` is shown once. */
export const MadeKey = Type.Object(
  { name: Type.String(), key: Type.String(), may: Type.String(), source: nullable(Type.String()) },
  strict,
);
export type MadeKey = Static<typeof MadeKey>;

export const Look = Type.Object(
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
export type Look = Static<typeof Look>;
