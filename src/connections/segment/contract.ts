import { Type, type TSchema } from "typebox";
import type { CallType } from "./call.ts";

// Segment's shapes, for the document. What is more than these is let pass: clients add members of their own.
const Members = Type.Record(Type.String(), Type.Unknown());
const Id = Type.Union([Type.String(), Type.Number(), Type.Null()]);
const Time = Type.String({ description: "ISO 8601" });

const ExternalId = Type.Object({
  id: Type.String(),
  type: Type.String(),
  collection: Type.Optional(Type.String()),
  encoding: Type.Optional(Type.String()),
});

const common = {
  userId: Type.Optional(Id),
  anonymousId: Type.Optional(Id),
  messageId: Type.Optional(
    Type.String({ description: "Copies of a call have the same; without one, it is made of what the call says." }),
  ),
  timestamp: Type.Optional(Time),
  originalTimestamp: Type.Optional(Time),
  sentAt: Type.Optional(Time),
  context: Type.Optional(
    Type.Object({
      traits: Type.Optional(Members),
      externalIds: Type.Optional(Type.Array(ExternalId)),
      page: Type.Optional(Members),
    }),
  ),
  integrations: Type.Optional(Members),
  writeKey: Type.Optional(Type.String()),
};

const viewed = {
  name: Type.Optional(Type.String()),
  category: Type.Optional(Type.String()),
  properties: Type.Optional(Members),
};

export const callBodies: Readonly<Record<CallType, TSchema>> = {
  identify: Type.Object({ ...common, traits: Type.Optional(Members) }),
  track: Type.Object({ ...common, event: Type.String(), properties: Type.Optional(Members) }),
  page: Type.Object({ ...common, ...viewed }),
  screen: Type.Object({ ...common, ...viewed }),
  group: Type.Object({ ...common, groupId: Id, traits: Type.Optional(Members) }),
  alias: Type.Object({ ...common, userId: Id, previousId: Id }),
};

export const BatchBody = Type.Object({
  batch: Type.Array(
    Type.Union(
      Object.entries(callBodies).map(([type, body]) =>
        Type.Intersect([Type.Object({ type: Type.Literal(type) }), body]),
      ),
    ),
    { maxItems: 2500 },
  ),
  context: common.context,
  integrations: common.integrations,
  sentAt: common.sentAt,
  writeKey: common.writeKey,
});
