import { Type } from "typebox";

const strict = { additionalProperties: false } as const;

/** What became of each message, in the order of the body. */
export const VerdictsBody = Type.Object(
  {
    success: Type.Boolean(),
    verdicts: Type.Array(
      Type.Object(
        {
          messageId: Type.Union([Type.String(), Type.Null()], { description: "Null where none could be read." }),
          index: Type.Integer({ description: "The message's place in the body, from 0." }),
          verdict: Type.Union([Type.Literal("accepted"), Type.Literal("duplicate"), Type.Literal("rejected")]),
          reason: Type.Optional(Type.String()),
        },
        strict,
      ),
    ),
  },
  strict,
);
