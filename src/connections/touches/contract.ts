import { Type, type Static, type TSchema } from "typebox";

const strict = { additionalProperties: false } as const;
const Time = Type.String({
  minLength: 8,
  maxLength: 40,
  description: "ISO 8601; without a zone, by the place's clocks.",
});
const Code = Type.String({ minLength: 1, maxLength: 200 });
const Identifier = Type.String({ minLength: 1, maxLength: 320 });
const Seconds = Type.Number({ minimum: 0, maximum: 100_000_000 });
const Minor = Type.Integer({ minimum: -1e12, maximum: 1e12, description: "Minor units of the currency." });
const oneOrSeveral = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Array(schema, { maxItems: 20 })]);

const TouchIds = Type.Object(
  {
    userId: Type.Optional(Identifier),
    loyalty: Type.Optional(Type.Union([Identifier, Type.Object({ programme: Code, number: Identifier }, strict)])),
    email: Type.Optional(oneOrSeveral(Identifier)),
    phone: Type.Optional(oneOrSeveral(Identifier)),
    card: Type.Optional(Identifier),
    booking: Type.Optional(Identifier),
    device: Type.Optional(Identifier),
  },
  strict,
);

const TouchLine = Type.Object(
  {
    line: Type.Optional(Code),
    item: Code,
    name: Type.Optional(Type.String({ maxLength: 1000 })),
    quantity: Type.Number({ minimum: -1e9, maximum: 1e9, description: "Negative: a return." }),
    amountMinor: Type.Optional(Minor),
  },
  strict,
);

const Waits = Type.Object(
  { promised: Type.Optional(Seconds), actual: Type.Optional(Seconds), perceived: Type.Optional(Seconds) },
  strict,
);

/** One touch as POST /v1/touches takes it; a member that is null counts as left out. */
export const TouchBody = Type.Object(
  {
    messageId: Code,
    at: Time,
    version: Type.Optional(Time),
    touchpoint: Code,
    channel: Type.Optional(Type.String({ maxLength: 200 })),
    place: Type.Optional(Code),
    staff: Type.Optional(Code),
    ids: Type.Optional(TouchIds),
    facts: Type.Optional(
      Type.Record(
        Type.String({ minLength: 1, maxLength: 200 }),
        Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
      ),
    ),
    lines: Type.Optional(Type.Array(TouchLine, { maxItems: 10_000 })),
    currency: Type.Optional(Type.String({ minLength: 3, maxLength: 3 })),
    amountMinor: Type.Optional(Minor),
    status: Type.Optional(Type.String({ maxLength: 200 })),
    promisedAt: Type.Optional(Time),
    deliveredAt: Type.Optional(Time),
    expectedAt: Type.Optional(Time),
    waitSeconds: Type.Optional(Waits),
    asked: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 200 })),
    text: Type.Optional(Type.String({ maxLength: 20_000 })),
    cancels: Type.Optional(Code),
  },
  strict,
);
export type TouchBody = Static<typeof TouchBody>;
