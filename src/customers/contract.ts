import { Type, type Static, type TSchema } from "typebox";

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: "date-time" });
const Id = Type.String({ format: "uuid" });
const IdentityId = Type.String({ format: "uuid", description: "Any identity of the customer: every one leads there." });
const Say = Type.Union([Type.Literal("same"), Type.Literal("apart")]);

/** Somebody says of two customers, by any of their identities, that they are one person or that they are not. */
export const Merge = Type.Object(
  {
    customers: Type.Tuple([IdentityId, IdentityId]),
    say: Say,
    reason: Type.Optional(Type.String({ maxLength: 500 })),
  },
  strict,
);
export type Merge = Static<typeof Merge>;

export const Merged = Type.Object({
  id: Type.String({ format: "uuid", description: "What was said; DELETE it to take it back." }),
  customer: Id,
});
export type Merged = Static<typeof Merged>;

/** Who would be who. Each identifier says whose it is now, so that one that moves with the others is seen to move. */
export const Foreseen = Type.Object(
  {
    customers: Type.Array(
      Type.Object(
        {
          customer: Id,
          name: orNull(Type.String()),
          identifiers: Type.Array(
            Type.Object(
              { says: Type.String(), now: Type.String({ description: "The customer it is with now." }) },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type Foreseen = Static<typeof Foreseen>;

/** One side of what was said: called so by its own records, whoever it belongs to today. */
const Party = Type.Object({ customer: Id, name: orNull(Type.String()), knownBy: Type.String() }, strict);

export const Saying = Type.Object(
  {
    id: Id,
    at: Time,
    by: Type.String(),
    say: Say,
    reason: orNull(Type.String()),
    between: Type.Tuple([Party, Party]),
    takenBack: orNull(Type.Object({ at: Time, by: Type.String() }, strict)),
  },
  strict,
);
export type Saying = Static<typeof Saying>;

/** The latest said first. `next` is the cursor of the following page, null on the last. */
export const SayingPage = Type.Object({ sayings: Type.Array(Saying), next: orNull(Type.String()) }, strict);
export type SayingPage = Static<typeof SayingPage>;

export const SayingsPath = Type.Object({ id: Id }, strict);
export const SayingsQuery = Type.Object(
  {
    cursor: Type.Optional(Type.String({ maxLength: 100, description: "`next` of the page before." })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  },
  strict,
);
export type SayingsQuery = Static<typeof SayingsQuery>;
