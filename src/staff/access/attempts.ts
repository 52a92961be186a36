import { createHash } from "node:crypto";
import type { Context } from "../../foundation/context.ts";
import { addToCounted, stretchOf } from "../../foundation/counted.ts";
import { TooManyForNow } from "../../foundation/too-many-for-now.ts";

/** Who tries to sign in, from where. */
export type Attempt = { readonly email: string; readonly address: string };

const stretchSeconds = 15 * 60;

/**
 * Failed attempts in a quarter of an hour. Guessing from one place ends soon; the account stays open to its owner, who sits
 * somewhere else, until the whole world guesses.
 */
const most = { accountFromHere: 10, account: 60, here: 100 };

/** Counts before the password is looked at: of a hundred attempts at once, no more get through than of a hundred in a row. */
export async function countAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  const since = stretchOf(ctx.now, stretchSeconds);
  const totals = await addToCounted(ctx.db, since, countsOf(attempt, 1));
  const limits = limitsOf(attempt);
  if (totals.every(({ what, times }) => times <= limits.get(what)!)) return;
  const wait = stretchSeconds - (ctx.now.getTime() - since.getTime()) / 1000;
  throw new TooManyForNow(`Too many attempts to sign in. Try again in ${Math.ceil(wait / 60)} minutes.`, wait);
}

/** The attempt was right: it was no guess. */
export async function forgiveAttempt(ctx: Context, attempt: Attempt): Promise<void> {
  await addToCounted(ctx.db, stretchOf(ctx.now, stretchSeconds), countsOf(attempt, -1));
}

function countsOf(attempt: Attempt, times: number) {
  return [...limitsOf(attempt).keys()].map((what) => ({ what, times }));
}

function limitsOf({ email, address }: Attempt): Map<string, number> {
  const account = createHash("sha256").update(email).digest("base64url").slice(0, 22);
  return new Map([
    [`sign-in ${account} from ${address}`, most.accountFromHere],
    [`sign-in ${account}`, most.account],
    [`sign-in from ${address}`, most.here],
  ]);
}
