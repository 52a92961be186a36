import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/database.ts";
import { openReader } from "./pipelined.ts";
import { sql } from "./sql.ts";

it("answers many questions over one connection, each with its own rows", async () => {
  const { url, drop } = await freshDatabase();
  const reader = openReader({ connectionString: url }, 1);
  try {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => reader.one<{ n: number }>(sql`select ${n}::int as n`)),
    );
    expect(answers.map(({ n }) => n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(await reader.maybe(sql`select 1 where false`)).toBeUndefined();
  } finally {
    await reader.end();
    await drop();
  }
});

it("goes on after a statement that fails, and fails nobody else's", async () => {
  const { url, drop } = await freshDatabase();
  const reader = openReader({ connectionString: url }, 1);
  try {
    const [wrong, right] = await Promise.allSettled([
      reader.many(sql`select 1 / 0`),
      reader.many<{ n: number }>(sql`select 7 as n`),
    ]);
    expect(wrong).toMatchObject({ status: "rejected", reason: { code: "22012" } });
    expect(right).toMatchObject({ status: "fulfilled", value: [{ n: 7 }] });
  } finally {
    await reader.end();
    await drop();
  }
});

it("connects again, and asks again, when its connection was cut", async () => {
  const { db, url, drop } = await freshDatabase();
  const reader = openReader({ connectionString: url }, 1);
  try {
    const { pid } = await reader.one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await db.run(sql`select pg_terminate_backend(${pid}::int)`);
    expect(await reader.one(sql`select 7 as n`)).toEqual({ n: 7 });
    const slow = reader.one(sql`select 8 as n, pg_sleep(0.3)::text as slept`);
    const again = await reader.one<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    expect(again.pid).not.toBe(pid);
    expect(await slow).toMatchObject({ n: 8 });
  } finally {
    await reader.end();
    await drop();
  }
});
