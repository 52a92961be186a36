import { Type, type Static, type TSchema } from "typebox";
import { channels, elements, lenses, stages } from "./touchpoint.ts";

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: "date-time" });
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" });
// No control characters: ids are made from codes with control characters between them.
const Code = Type.String({ minLength: 1, maxLength: 200, pattern: "^\\P{Cc}*$" });

const As = Type.Optional(
  Type.Enum(["change", "correction"], {
    description:
      "A change holds from now on; a correction says that it was so all along, and past touches are judged again.",
  }),
);

const RuleBody = Type.Union([
  Type.Object({ kind: Type.Literal("delivered"), by: Type.Enum(["day", "timestamp"]) }, strict),
  Type.Object(
    { kind: Type.Literal("served"), withinSeconds: Type.Integer({ minimum: 1, maximum: 31_536_000 }) },
    strict,
  ),
  Type.Object({ kind: Type.Literal("asked nothing twice") }, strict),
]);

const traits = {
  name: Name,
  lens: Type.Enum([...lenses]),
  stage: Type.Enum([...stages]),
  element: Type.Enum([...elements]),
  channel: Type.Enum([...channels]),
  visit: Type.Boolean({ description: "Whether a touch here counts as a visit." }),
  heals: Type.Boolean({
    description: "Whether a touch here puts right what went wrong before; left out, it stays as it is.",
  }),
  partner: orNull(Type.String({ minLength: 1, maxLength: 200, description: "Whose it is, when it is not ours." })),
};

export const PromiseEntry = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    wording: Type.String(),
    rule: RuleBody,
    validFrom: Time,
    validUntil: orNull(Time),
  },
  strict,
);

/** What is true of a touchpoint now, and all that was ever promised there. */
export const TouchpointEntry = Type.Object(
  { code: Type.String(), ...traits, name: Type.String(), validFrom: Time, promises: Type.Array(PromiseEntry) },
  strict,
);
export type TouchpointEntry = Static<typeof TouchpointEntry>;

export const Touchpoints = Type.Object({ touchpoints: Type.Array(TouchpointEntry) }, strict);
export const TouchpointPath = Type.Object({ code: Code }, strict);
export const TouchpointBody = Type.Object({ ...traits, heals: Type.Optional(traits.heals), as: As }, strict);

export const PromisePath = Type.Object({ code: Code, id: Type.String({ format: "uuid" }) }, strict);
export const PromiseBody = Type.Object({ wording: Name, rule: RuleBody, as: As }, strict);
export const RetireQuery = Type.Object({ as: As }, strict);

const place = {
  name: Name,
  zone: Name,
  region: Type.String({ minLength: 2, maxLength: 2 }),
  currency: Type.String({ minLength: 3, maxLength: 3 }),
};

export const PlaceEntry = Type.Object(
  { code: Type.String(), ...place, name: Type.String(), simulated: Type.Boolean() },
  strict,
);
export type PlaceEntry = Static<typeof PlaceEntry>;
export const Places = Type.Object({ places: Type.Array(PlaceEntry) }, strict);
export const PlaceBody = Type.Object(place, strict);

/** `before` and `after` are the rows as they were written; null where there was none. */
const ChangeEntry = Type.Object(
  { at: Time, by: Type.String(), what: Type.String(), before: Type.Unknown(), after: Type.Unknown() },
  strict,
);
export type ChangeEntry = Static<typeof ChangeEntry>;
export const Changes = Type.Object({ changes: Type.Array(ChangeEntry) }, strict);
