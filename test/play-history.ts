import { identity, revokeSaying, say, type Naming } from "../src/customers/index.ts";
import type { Context } from "../src/foundation/context.ts";
import type { Db } from "../src/foundation/database/database.ts";
import { namedId } from "../src/foundation/ids.ts";
import { ensureBuiltIns, ingest, judgeAskedAgain, makePromise } from "../src/touchpoints/index.ts";
import { keepAsk } from "../src/touchpoints/asks/report-ask.ts";
import type { Step } from "./history.ts";

export const naming: Naming = { key: Buffer.alloc(32, 7), region: "DE" };

export function contextOn(db: Db, now = new Date("2026-06-01T12:00:00Z")): Context {
  return { actor: { kind: "system", name: "test" }, db, now };
}

/** So that the histories' questions are judged as well. */
export async function promiseToAskNothingTwice(ctx: Context): Promise<void> {
  await ensureBuiltIns(ctx);
  const offer = { touchpoint: "order", wording: "asked nothing twice", rule: { kind: "asked nothing twice" } } as const;
  await makePromise(ctx, offer, "correction");
}

const people = [
  ...["u1", "u2", "u3", "u4", "u5"].map((value) => identity("user id", "till", value, naming).id),
  ...["l1", "l2"].map((value) => identity("loyalty", "main", value, naming).id),
  ...["anna@example.org", "ben@example.org", "c@example.org"].map((value) => identity("email", "", value, naming).id),
];

/** Plays steps in their order; neighbouring records make a batch until `cut` says otherwise. */
export async function play(ctx: Context, steps: readonly Step[], cut: (index: number) => boolean): Promise<void> {
  let batch: Extract<Step, { step: "record" }>[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0)
      await ingest(
        ctx,
        batch.map(({ record }) => record),
        naming,
      );
    batch = [];
  };
  for (const [index, step] of steps.entries()) {
    if (step.step === "record") batch.push(step);
    if (step.step !== "record" || cut(index)) await flush();
    if (step.step === "say") await judgeAskedAgain(ctx, await saySo(ctx, step));
    if (step.step === "revoke")
      await judgeAskedAgain(ctx, await revokeSaying(ctx, namedId("saying", String(step.saying))));
    if (step.step === "ask") await tell(ctx, step);
  }
  await flush();
}

function saySo(ctx: Context, step: Extract<Step, { step: "say" }>): Promise<readonly string[]> {
  const [a, b] = [people[step.a]!, people[step.b]!];
  if (a === b) return Promise.resolve([]);
  return say(ctx, {
    id: namedId("saying", String(step.saying)),
    at: new Date(step.at),
    same: step.same,
    pairs: [[a, b]],
    by: "Rosa",
  });
}

/** Also of somebody whom nobody has seen so far: the door would say so, and the report would come again later. */
async function tell(ctx: Context, { person, fact, at }: Extract<Step, { step: "ask" }>): Promise<void> {
  const identity = people[person]!;
  const id = namedId("ask", identity, fact, String(at));
  await keepAsk(ctx, { identity, id, at: new Date(at), fact, channel: "in person", placeId: null, source: "till" });
}
