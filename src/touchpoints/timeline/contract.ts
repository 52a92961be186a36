import { Type, type Static, type TSchema } from "typebox";

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: "date-time" });
const Named = Type.Object({ code: Type.String(), name: Type.String() }, strict);
const code = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));

export const VerdictWord = Type.Union([Type.Literal("kept"), Type.Literal("broken"), Type.Literal("unknown")]);

/** One contact. Times are UTC; `zone` is the place's, for showing them. */
export const Touch = Type.Object(
  {
    id: Type.String({ description: "<identity id>.<touch id>" }),
    customer: Type.String(),
    name: orNull(Type.String({ description: "The customer's name." })),
    knownBy: orNull(Type.String({ description: "What tells a customer without a name apart." })),
    at: Time,
    zone: orNull(Type.String()),
    touchpoint: Named,
    channel: Type.String(),
    visit: Type.Boolean(),
    place: orNull(Named),
    staff: orNull(Named),
    source: Type.String(),
    status: orNull(Type.String()),
    cancelled: Type.Boolean(),
    text: orNull(Type.String()),
    amountMinor: orNull(Type.Integer()),
    currency: orNull(Type.String()),
    promisedAt: orNull(Time),
    deliveredAt: orNull(Time),
    expectedAt: orNull(Time),
    waitSeconds: Type.Object(
      { promised: orNull(Type.Integer()), actual: orNull(Type.Integer()), perceived: orNull(Type.Integer()) },
      strict,
    ),
    asked: Type.Array(Type.String()),
    lines: Type.Array(
      Type.Object(
        { item: Type.String(), name: Type.String(), quantity: Type.Number(), amountMinor: orNull(Type.Integer()) },
        strict,
      ),
    ),
    promises: Type.Array(
      Type.Object(
        { wording: Type.String(), verdict: VerdictWord, dueAt: orNull(Time), evidence: Type.Unknown() },
        strict,
      ),
    ),
  },
  strict,
);
export type Touch = Static<typeof Touch>;

/** Newest first. `next` is the cursor of the following page, null on the last. */
export const TouchPage = Type.Object({ touches: Type.Array(Touch), next: orNull(Type.String()) }, strict);
export type TouchPage = Static<typeof TouchPage>;

const paging = {
  cursor: Type.Optional(Type.String({ maxLength: 400, description: "`next` of the page before." })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
};

export const TimelineQuery = Type.Object({ ...paging }, strict);
export type TimelineQuery = Static<typeof TimelineQuery>;

/** Of every customer, for the desk's table. `from` is included, `to` is not. */
export const TouchesQuery = Type.Object(
  {
    place: code("The place's code."),
    touchpoint: code("The touchpoint's code."),
    staff: code("The employee's code or id."),
    from: Type.Optional(Time),
    to: Type.Optional(Time),
    verdict: Type.Optional(VerdictWord),
    ...paging,
  },
  strict,
);
export type TouchesQuery = Static<typeof TouchesQuery>;
