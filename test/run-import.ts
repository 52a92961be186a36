import { Command } from "commander";
import type { CommandLine } from "../src/foundation/command-line.ts";
import type { Db } from "../src/foundation/database/database.ts";
import { importCommands } from "../src/connections/import/commands.ts";
import type { ImportAnswer } from "../src/connections/import/summary.ts";

export type Said = { readonly answer: ImportAnswer; readonly text: string; readonly told: string };

/** Runs `regulars import` on a database of a test or a bench, without the program around it. */
export async function runImport(db: Db, now: Date, args: readonly string[]): Promise<Said> {
  let said: Pick<Said, "answer" | "text"> | undefined;
  let told = "";
  const line: CommandLine = {
    config: () => {
      throw new Error("an import needs no setting but the installation's");
    },
    tell: (progress) => void (told += `${progress}\n`),
    answer: (value, text) => void (said = { answer: value as ImportAnswer, text }),
    withInstallation: (work) => {
      const ctx = { actor: { kind: "system", name: "command line" } as const, db, now };
      return work({ ctx, key: Buffer.alloc(32, 7), config: {} as never });
    },
  };
  const program = new Command().exitOverride();
  importCommands(program, line);
  await program.parseAsync(["import", ...args], { from: "user" });
  return { ...said!, told };
}
