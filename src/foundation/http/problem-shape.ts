import { Type } from "typebox";

/** RFC 9457 as every refusal is written; see problem.ts. */
export const problemShape = Type.Object({
  type: Type.String({ format: "uri", description: "urn:regulars:problem:CODE" }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  instance: Type.Optional(Type.String()),
  errors: Type.Optional(
    Type.Array(
      Type.Object({ pointer: Type.String({ description: "A JSON Pointer, #/email" }), detail: Type.String() }),
    ),
  ),
});
