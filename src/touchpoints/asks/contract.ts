import { Type, type Static, type TSchema } from "typebox";
import { EstimateOrNot } from "../../statistics/estimate.ts";

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: "date-time" });
const Named = Type.Object({ code: Type.String(), name: Type.String() }, strict);
const word = (description: string) => Type.String({ minLength: 1, maxLength: 200, description });

/** That a customer was asked for something, as a channel reports it. */
export const AskReport = Type.Object(
  {
    customer: Type.String({ format: "uuid", description: "Any id of the customer: every one leads there." }),
    fact: word('What was asked: "birthDate", "allergies", in any spelling.'),
    channel: word('Where: "phone", "chat", "in person"; also by a system\'s own word for it.'),
    place: Type.Optional(word("The place's code.")),
    at: Time,
  },
  strict,
);
export type AskReport = Static<typeof AskReport>;

export const AskHeaders = Type.Object({
  "idempotency-key": Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: "Of one report; without it a report is known by all that it says.",
    }),
  ),
});

export const AskReceived = Type.Object(
  {
    ask: Type.String({ description: "<identity id>.<ask id>" }),
    repeated: Type.Boolean({ description: "This report came before, and was not counted again." }),
  },
  strict,
);
export type AskReceived = Static<typeof AskReceived>;

export const ReaskGrouping = Type.Union([Type.Literal("channel"), Type.Literal("place"), Type.Literal("week")]);
export type ReaskGrouping = Static<typeof ReaskGrouping>;

const filters = {
  channel: Type.Optional(word("The channel.")),
  place: Type.Optional(word("The place's code.")),
  from: Type.Optional(Time),
  to: Type.Optional(Time),
};

/** How often we asked for what we knew; without from and to, in the twelve weeks before now. */
export const ReasksQuery = Type.Object({ by: Type.Optional(ReaskGrouping), ...filters }, strict);
export type ReasksQuery = Static<typeof ReasksQuery>;

const counts = {
  reasks: Type.Integer({ description: "Facts asked for although they were known." }),
  asked: Type.Integer({ description: "Facts that somebody said to have asked for, known or not." }),
  contacts: Type.Integer({ description: "Where somebody writes down what they ask." }),
  unheard: Type.Integer({ description: "Contacts left out: where nobody does." }),
  perHundred: EstimateOrNot,
  rows: Type.String({ description: "Where the rows behind this figure are: a path with its filters." }),
};

export const ReaskFigure = Type.Object(
  {
    key: Type.String({ description: "The channel, the place's code, or the week's Monday." }),
    name: Type.String(),
    ...counts,
  },
  strict,
);
export type ReaskFigure = Static<typeof ReaskFigure>;

export const Reasks = Type.Object(
  { by: ReaskGrouping, from: Time, to: Time, total: Type.Object(counts, strict), figures: Type.Array(ReaskFigure) },
  strict,
);
export type Reasks = Static<typeof Reasks>;

export const ReaskRowsQuery = Type.Object(
  {
    ...filters,
    nowhere: Type.Optional(Type.Boolean({ description: "Only what was asked at no place." })),
    cursor: Type.Optional(Type.String({ maxLength: 400, description: "`next` of the page before." })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
);
export type ReaskRowsQuery = Static<typeof ReaskRowsQuery>;

export const ReaskRow = Type.Object(
  {
    id: Type.String({ description: "<identity id>.<id of the touch or the report>" }),
    customer: Type.String(),
    name: orNull(Type.String({ description: "The customer's name; an executive is told none." })),
    knownBy: orNull(
      Type.String({ description: "What tells a customer without a name apart; to an executive, a number." }),
    ),
    at: Time,
    zone: orNull(Type.String()),
    channel: Type.String(),
    place: orNull(Named),
    source: Type.String({ description: "Who said that it was asked." }),
    again: Type.Array(Type.Object({ fact: Type.String(), since: Time, source: Type.String() }, strict), {
      description: "What was asked, since when it was known, and from where. The answers are not told.",
    }),
  },
  strict,
);
export type ReaskRow = Static<typeof ReaskRow>;

export const ReaskPage = Type.Object({ rows: Type.Array(ReaskRow), next: orNull(Type.String()) }, strict);
export type ReaskPage = Static<typeof ReaskPage>;
