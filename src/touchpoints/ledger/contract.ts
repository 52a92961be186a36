import { Type, type Static, type TSchema } from "typebox";
import { EstimateOrNot } from "../../statistics/estimate.ts";
import { VerdictWord } from "../timeline/contract.ts";

const strict = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: "date-time" });
const Named = Type.Object({ code: Type.String(), name: Type.String() }, strict);
const code = (description: string) => Type.Optional(Type.String({ maxLength: 200, description }));

const filters = {
  touchpoint: code("The touchpoint's code."),
  place: code("The place's code."),
  promise: Type.Optional(Type.String({ format: "uuid", description: "The promise's id." })),
  from: Type.Optional(Time),
  to: Type.Optional(Time),
};

export const Grouping = Type.Union([
  Type.Literal("promise"),
  Type.Literal("touchpoint"),
  Type.Literal("place"),
  Type.Literal("week"),
]);
export type Grouping = Static<typeof Grouping>;

/** What was promised and what became of it; without from and to, the twelve weeks before now. */
export const LedgerQuery = Type.Object({ by: Type.Optional(Grouping), ...filters }, strict);
export type LedgerQuery = Static<typeof LedgerQuery>;

/** `kept` of those judged, with Wilson's interval; unknown ones are counted apart, never as kept. */
const counts = {
  kept: Type.Integer(),
  broken: Type.Integer(),
  unknown: Type.Integer(),
  share: EstimateOrNot,
  rows: Type.String({ description: "Where the rows behind this figure are: a path with its filters." }),
};

export const LedgerFigure = Type.Object(
  {
    key: Type.String({ description: "The promise's id, the code of the touchpoint or place, or the week's Monday." }),
    name: Type.String(),
    ...counts,
  },
  strict,
);
export type LedgerFigure = Static<typeof LedgerFigure>;

export const Ledger = Type.Object(
  { by: Grouping, from: Time, to: Time, total: Type.Object(counts, strict), figures: Type.Array(LedgerFigure) },
  strict,
);
export type Ledger = Static<typeof Ledger>;

export const LedgerRowsQuery = Type.Object(
  {
    ...filters,
    nowhere: Type.Optional(Type.Boolean({ description: "Only touches that had no place." })),
    verdict: Type.Optional(VerdictWord),
    cursor: Type.Optional(Type.String({ maxLength: 400, description: "`next` of the page before." })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  strict,
);
export type LedgerRowsQuery = Static<typeof LedgerRowsQuery>;

export const LedgerRow = Type.Object(
  {
    touch: Type.String({ description: "<identity id>.<touch id>" }),
    customer: Type.String(),
    name: orNull(Type.String({ description: "The customer's name; an executive is told none." })),
    knownBy: orNull(
      Type.String({ description: "What tells a customer without a name apart; to an executive, a number." }),
    ),
    at: Time,
    zone: orNull(Type.String()),
    touchpoint: Named,
    place: orNull(Named),
    promise: Type.String({ description: "The promise in its own words." }),
    verdict: VerdictWord,
    dueAt: orNull(Time),
    evidence: Type.Unknown({ description: "What the verdict rests on." }),
  },
  strict,
);
export type LedgerRow = Static<typeof LedgerRow>;

export const LedgerPage = Type.Object({ rows: Type.Array(LedgerRow), next: orNull(Type.String()) }, strict);
export type LedgerPage = Static<typeof LedgerPage>;
