import type { Command } from "commander";
import type { CommandLine } from "./foundation/command-line.ts";
import type { Context } from "./foundation/context.ts";
import { stayUntilStopped } from "./operating.ts";
import { openMemory, printRecognition, recognise } from "./recognition/index.ts";
import type { Server } from "./server.ts";
import { addKey, revokeKey } from "./staff/index.ts";
import { amara, liveUntilNow, townEmail, townPassword, townStaff } from "./town/index.ts";

const residents = 1200;

/** Everything at once, with a simulated town: what somebody who has just cloned the project sees first. */
export function demoCommand(program: Command, line: CommandLine): void {
  program
    .command("demo")
    .description("start everything with a simulated town, and stay until stopped")
    .action(async () => {
      const { startServer } = await import("./server.ts");
      const server = await startServer(line.config(), line.tell);
      try {
        await showTown(server, line);
      } catch (error) {
        await server.stop();
        throw error;
      }
      await stayUntilStopped(server.stop, line.tell);
    });
}

async function showTown({ opened, address }: Server, line: CommandLine): Promise<void> {
  const ctx: Context = { actor: { kind: "system", name: "demo" }, db: opened.db, now: new Date() };
  const naming = { key: opened.key, region: "DE" };
  await liveUntilNow(ctx, naming, residents, everyFifth(line.tell));
  const keys = { write: await freshKey(ctx, "write"), read: await freshKey(ctx, "read") };
  const house = { reader: ctx.db, memory: openMemory(ctx.db), naming, search: () => [] };
  const recognition = await recognise(ctx, { email: amara.person.email!, place: "harbour" }, house);
  const signIns = oneOfEachRole().map((person) => ({
    role: person.role,
    name: person.name,
    email: townEmail(person),
    password: townPassword,
  }));
  line.answer(
    { simulated: true, address, signIns, keys, recognition },
    told(address, signIns, keys, printRecognition(recognition, ctx.now, "Europe/Berlin")),
  );
}

function everyFifth(tell: (text: string) => void): (done: number, of: number) => void {
  let told = 0;
  return (done, of) => {
    const fifth = Math.floor((5 * done) / of);
    if (fifth > told) tell(`The simulated town lives its last half year: ${20 * (told = fifth)} %`);
  };
}

/** The town's keys are shown at every start: what is kept of a key cannot be shown again. */
async function freshKey(ctx: Context, may: "write" | "read"): Promise<string> {
  const name = `demo-${may}`;
  await revokeKey(ctx, name).catch(() => undefined);
  return (await addKey(ctx, { name, may })).key;
}

function oneOfEachRole() {
  const roles = ["front line", "manager", "executive", "administrator"] as const;
  return roles.map((role) => townStaff.find((person) => person.role === role)!);
}

type SignIn = { readonly role: string; readonly name: string; readonly email: string };

function told(
  address: string,
  signIns: readonly SignIn[],
  keys: { write: string; read: string },
  card: string,
): string {
  return [
    "",
    "A simulated town. Its people, visits and failures are made up.",
    "",
    card,
    "",
    `Open ${address}`,
    `Everybody signs in with the password ${townPassword}`,
    ...signIns.map(({ role, name, email }) => `  ${role.padEnd(14)} ${email.padEnd(22)} ${name}`),
    "",
    `Write key  ${keys.write}`,
    `Read key   ${keys.read}`,
    "",
    "Ctrl-C stops.",
  ].join("\n");
}
