import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { NotSignedIn } from "../../foundation/errors.ts";
import { countAttempt, forgiveAttempt, type Attempt } from "./attempts.ts";
import { emailAsKept } from "./email.ts";
import { isPassword } from "./password.ts";
import { startSession, type Session } from "./session.ts";

type Account = { staffId: string; password: string | null };

/** A wrong password and an unknown address are refused in the same words and the same time. */
export async function signIn(ctx: Context, { email, address }: Attempt, password: string): Promise<Session> {
  const attempt = { email: emailAsKept(email), address };
  await countAttempt(ctx, attempt);
  const account = await accountOf(ctx, attempt.email);
  if (!(await isPassword(password, account?.password))) throw new NotSignedIn("E-mail or password is not right.");
  await forgiveAttempt(ctx, attempt);
  return startSession(ctx, account!.staffId);
}

function accountOf(ctx: Context, email: string): Promise<Account | undefined> {
  return ctx.db.maybe<Account>(sql`
    select accounts.staff_id as "staffId", accounts.password
    from accounts join staff on staff.id = accounts.staff_id
    where staff.email = ${email} and staff.left_at is null`);
}
