import { Type, type Static, type TSchema } from "typebox";
import { KnownBy } from "./card.ts";

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: "date-time" });
const identifier = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 320, description }));

/** One of q, email, phone, card and id; place and at say where and when the customer appears. */
export const RecogniseQuery = Type.Object(
  {
    q: identifier("Anything: an email, a phone number or its last digits, a card, an id, a code, a name."),
    email: identifier("An email address."),
    phone: identifier("A telephone number; without a country, as dialled at the place."),
    card: identifier("A card token."),
    id: identifier("Any id that ever led to the customer."),
    place: Type.Optional(Type.String({ maxLength: 200, description: "The place's code." })),
    at: Type.Optional(Time),
    matchesOnly: Type.Optional(
      Type.Boolean({ description: "For searching as you type: who it may be, without opening a card." }),
    ),
  },
  strict,
);
export type RecogniseQuery = Static<typeof RecogniseQuery>;

export const ArrivalsQuery = Type.Object({ place: Type.String({ maxLength: 200 }), at: Type.Optional(Time) }, strict);

export type ArrivalsQuery = Static<typeof ArrivalsQuery>;

export const Arrival = Type.Object(
  {
    customer: Type.String(),
    name: orNull(Type.String()),
    knownBy: KnownBy,
    at: Time,
    expected: Type.Boolean({ description: "True: booked for this time. False: was just here." }),
    firstVisit: Type.Boolean(),
    hint: Type.String({ description: 'What it rests on: "Booking for 19:30", "Counter order, served by Ana".' }),
  },
  strict,
);
export type Arrival = Static<typeof Arrival>;
export const Arrivals = Type.Object({ arrivals: Type.Array(Arrival) }, strict);
export type Arrivals = Static<typeof Arrivals>;

export const CustomerPath = Type.Object({ id: Type.String({ format: "uuid" }) }, strict);

export const AskQuery = Type.Object(
  {
    fact: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'What you would ask for: "birthDate", "allergies".',
    }),
  },
  strict,
);

/** May this be asked? With what is known, and what was once: for "is it still so?". */
export const MayIAsk = Type.Object(
  {
    customer: Type.String(),
    fact: Type.String({ description: "In its one spelling." }),
    ask: Type.Boolean({ description: "False: they told us, and it is still fresh." }),
    because: Type.String(),
    scope: Type.Union([Type.Literal("person"), Type.Literal("visit")], {
      description: "Whether it is true of the person or of one visit.",
    }),
    known: orNull(
      Type.String({ description: "What they said; null where nothing is, or for a key that only writes." }),
    ),
    masked: Type.Boolean(),
    since: orNull(Time),
    source: orNull(Type.String()),
    freshUntil: orNull(Time),
  },
  strict,
);
export type MayIAsk = Static<typeof MayIAsk>;

/** One customer as the desk sees them. Contact details are masked unless the reader's role needs them. */
export const Customer = Type.Object(
  {
    id: Type.String(),
    name: orNull(Type.String()),
    knownBy: KnownBy,
    sayIt: orNull(Type.String()),
    since: orNull(Time),
    lastSeen: orNull(Time),
    visits: Type.Integer(),
    places: Type.Array(Type.Object({ place: Type.String(), name: Type.String(), visits: Type.Integer() }, strict), {
      description: "Where they come, the most visited first.",
    }),
    identifiers: Type.Array(
      Type.Object(
        {
          identity: Type.String(),
          kind: Type.String(),
          scope: Type.String(),
          value: Type.String(),
          masked: Type.Boolean(),
          shared: Type.Boolean(),
          firstSeen: Time,
        },
        strict,
      ),
    ),
    facts: Type.Array(
      Type.Object(
        {
          fact: Type.String(),
          value: Type.String(),
          masked: Type.Boolean(),
          source: Type.String(),
          scope: Type.String(),
          since: Time,
          observedAt: Time,
          freshUntil: orNull(Time),
          current: Type.Boolean({ description: "The value we go by; others were said too." }),
        },
        strict,
      ),
    ),
    household: Type.Array(
      Type.Object(
        { customer: Type.String(), name: orNull(Type.String()), knownBy: KnownBy, reason: Type.String() },
        strict,
      ),
    ),
  },
  strict,
);
export type Customer = Static<typeof Customer>;
