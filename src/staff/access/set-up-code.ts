import { randomInt } from "node:crypto";
import type { Context } from "../../foundation/context.ts";
import { sql } from "../../foundation/database/sql.ts";
import { inTransaction } from "../../foundation/database/transaction.ts";
import { lockAccounts } from "./accounts.ts";
import { hashOf } from "./secret-token.ts";
import { isSetUpNeeded } from "./set-up-needed.ts";

// Without those that are taken for one another; 31 to the 12th are too many to try.
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
// Every process prints its own at its start; older ones are on terminals that nobody reads any more.
const most = 32;

/**
 * A code for whoever sees the terminal of the server: it opens the set-up from another machine, once. Any process on the
 * database takes any process's code. Undefined where somebody owns the installation.
 */
export async function makeSetUpCode(ctx: Context): Promise<string | undefined> {
  return inTransaction(ctx, async (ctx) => {
    await lockAccounts(ctx);
    if (!(await isSetUpNeeded(ctx))) return undefined;
    const code = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");
    const hashes = [...(await kept(ctx)), hashOfCode(code)].slice(-most);
    await ctx.db.run(sql`
      insert into settings (name, value) values ('set-up codes', ${JSON.stringify(hashes)}::jsonb)
      on conflict (name) do update set value = excluded.value`);
    return code.replace(/(.{4})(?=.)/g, "$1-");
  });
}

/** However it is typed. */
export async function isSetUpCode(ctx: Context, text: string): Promise<boolean> {
  return (await kept(ctx)).includes(hashOfCode(text.toUpperCase().replace(/[^A-Z0-9]/g, "")));
}

/** The installation has an owner: no code opens anything any more. */
export async function forgetSetUpCodes(ctx: Context): Promise<void> {
  await ctx.db.run(sql`delete from settings where name = 'set-up codes'`);
}

async function kept(ctx: Context): Promise<readonly string[]> {
  const row = await ctx.db.maybe<{ value: string[] }>(sql`select value from settings where name = 'set-up codes'`);
  return row?.value ?? [];
}

function hashOfCode(code: string): string {
  return hashOf(code).toString("hex");
}
