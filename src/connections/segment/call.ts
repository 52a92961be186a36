import type { Json } from "./json.ts";

export const callTypes = ["identify", "track", "page", "screen", "group", "alias"] as const;
export type CallType = (typeof callTypes)[number];

/** What holds for every call of one body: whose it is, when it came, and what `batch` states for all. */
export type Envelope = {
  readonly source: string;
  /** Of amounts that name no currency. */
  readonly currency: string;
  readonly receivedAt: Date;
  /** The route's type; the calls of a batch name their own. */
  readonly type?: CallType;
  readonly sentAt?: unknown;
  readonly context?: Json;
};

/** One call, its envelope's defaults filled in. */
export type Call = {
  readonly type: CallType;
  readonly said: Json;
  readonly context: Json;
  readonly messageId: string;
  readonly envelope: Envelope;
};

export function isCallType(type: unknown): type is CallType {
  return callTypes.includes(type as CallType);
}
