import { Type, type Static, type TSchema } from "typebox";

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const time = (description: string) => Type.String({ format: "date-time", description });
const CustomerId = Type.String({
  description: "An identity id: every id that ever led to this customer goes on doing so.",
});

export const KnownBy = orNull(
  Type.String({ description: "What tells a customer without a name from another; null where the name is known." }),
);

const Usual = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          item: Type.String(),
          name: Type.String(),
          probability: Type.Number({ minimum: 0, maximum: 1, description: "That it is in the basket of this visit." }),
        },
        strict,
      ),
    ),
    abstained: Type.Boolean(),
    reason: Type.String({ description: "What the guess rests on, or why there is none, in words." }),
  },
  strict,
);

const FamiliarFace = Type.Object(
  { staff: Type.String(), name: Type.String(), visits: Type.Integer(), onShift: Type.Boolean() },
  strict,
);

const KnownFact = Type.Object(
  {
    fact: Type.String(),
    since: time("When it was first told to us."),
    source: Type.String(),
    freshUntil: orNull(time("")),
  },
  strict,
);

/** What an employee sees of the customer in front of them; the shape of GET /v1/recognise. Times are ISO 8601. */
export const Card = Type.Object(
  {
    customer: Type.Object(
      {
        id: CustomerId,
        name: orNull(Type.String()),
        knownBy: KnownBy,
        sayIt: orNull(Type.String({ description: "How the name is said, as the customer told us." })),
        since: orNull(time("The first contact.")),
        visits: Type.Integer({ description: "Visits that came about, up to 400 of the latest contacts." }),
        firstVisit: Type.Boolean({ description: "Nobody has served them before." }),
      },
      strict,
    ),
    lastVisit: orNull(Type.Object({ at: time(""), place: orNull(Type.String()), touchpoint: Type.String() }, strict)),
    usual: Usual,
    familiarFaces: Type.Array(FamiliarFace),
    lastFailure: orNull(Type.Object({ what: Type.String(), at: time(""), healed: Type.Boolean() }, strict)),
    sayHello: orNull(Type.Object({ who: Type.String(), reason: Type.String() }, strict)),
    doNotAsk: Type.Array(KnownFact),
    worthAsking: orNull(Type.Object({ fact: Type.String(), reason: Type.String() }, strict)),
    worthOffering: orNull(Type.Object({ item: Type.String(), name: Type.String(), reason: Type.String() }, strict)),
    allowance: orNull(
      Type.Object({ leftMinor: Type.Integer(), perGestureMinor: Type.Integer(), currency: Type.String() }, strict),
    ),
    household: Type.Array(
      Type.Object(
        { customer: CustomerId, name: orNull(Type.String()), knownBy: KnownBy, reason: Type.String() },
        strict,
      ),
    ),
    openPromises: Type.Array(
      Type.Object(
        {
          promise: Type.String(),
          dueAt: orNull(time("")),
          touch: Type.String({ description: "The touch's public id, <identity id>.<touch id>." }),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type Card = Static<typeof Card>;
export type Usual = Static<typeof Usual>;
export type FamiliarFace = Static<typeof FamiliarFace>;
export type KnownFact = Static<typeof KnownFact>;

export const Match = Type.Object(
  {
    customer: CustomerId,
    name: orNull(Type.String()),
    knownBy: KnownBy,
    score: Type.Number({ minimum: 0, maximum: 1 }),
    reasons: Type.Array(Type.String()),
  },
  strict,
);
export type Match = Static<typeof Match>;

/** The card is there when one customer is meant; with several, or none, the matches say why. */
export const Recognition = Type.Object({ matches: Type.Array(Match), card: orNull(Card) }, strict);
export type Recognition = Static<typeof Recognition>;
