import type { Command } from "commander";
import type { CommandLine } from "../foundation/command-line.ts";
import { WrongUsage } from "../foundation/errors.ts";
import type { Key } from "./contract.ts";
import { addKey } from "./keys/add-key.ts";
import { keys } from "./keys/keys.ts";
import { revokeKey } from "./keys/revoke-key.ts";

const name = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;

export function keyCommands(program: Command, line: CommandLine): void {
  const command = program.command("keys").description("API keys: list them, add one, revoke one");
  command.action(async () => {
    const all = await line.withInstallation(({ ctx }) => keys(ctx));
    line.answer(
      { keys: all },
      all.map(described).join("\n") || "There are no keys. `regulars keys add NAME --may write` makes one.",
    );
  });
  command
    .command("add <name>")
    .description("make a key; it is shown this once")
    .requiredOption("--may <what>", "write or read")
    .option("--source <name>", "the source a write key belongs to (its own name, unless given)")
    .action(async (name: string, { may, source }: { may: string; source?: string }) => {
      const wanted = { name: named(name), may: mayOf(may), ...(source !== undefined && { source: named(source) }) };
      const made = await line.withInstallation(({ ctx }) => addKey(ctx, wanted));
      line.answer(made, `${made.key}\nThis ${made.may} key, ${made.name}, is shown this once: keep it safe.`);
    });
  command
    .command("revoke <name>")
    .description("let nobody in by this key any more")
    .action(async (name: string) => {
      const revoked = await line.withInstallation(({ ctx }) => revokeKey(ctx, name));
      line.answer(revoked, `Nobody comes in by ${revoked.name} any more.`);
    });
}

function named(text: string): string {
  if (name.test(text)) return text;
  throw new WrongUsage(`A name is letters, digits, dots, dashes and underscores, 63 at most; "${text}" is not.`);
}

function mayOf(text: string): "write" | "read" {
  if (text === "write" || text === "read") return text;
  throw new WrongUsage(`--may is write or read, not ${text}.`);
}

function described({ name, may, source, revokedAt }: Key): string {
  return `${name}  ${may}${source === null ? "" : `  source ${source}`}${revokedAt === null ? "" : `  revoked ${revokedAt}`}`;
}
