import { Command } from "commander";
import { importCommands } from "./connections/import/commands.ts";
import { demoCommand } from "./demo.ts";
import { readConfig } from "./foundation/config.ts";
import type { CommandLine } from "./foundation/command-line.ts";
import { listSettings } from "./foundation/list-settings.ts";
import { runProgram } from "./foundation/run-program.ts";
import { openInstallation } from "./installation.ts";
import { operatingCommands } from "./operating.ts";
import { recognitionCommands } from "./recognition/index.ts";
import { keyCommands } from "./staff/commands.ts";

const config = () => readConfig(process.env);
const tell = (progress: string): void => void process.stderr.write(`${progress}\n`);

await runProgram(process.argv, (isJson) => {
  const program = new Command("regulars")
    .description("Gives every employee what the owner of a good restaurant carries in their head.")
    .addHelpText("after", `\nSettings, from the environment:\n${listSettings()}`);
  const line: CommandLine = {
    config,
    tell,
    answer: (value, text) => void process.stdout.write(`${isJson() ? JSON.stringify(value, null, 2) : text}\n`),
    withInstallation: async (work) => {
      const settings = config();
      const { db, key, close } = await openInstallation(settings, "command", tell);
      const ctx = { actor: { kind: "system", name: "command line" } as const, db, now: new Date() };
      return work({ ctx, key, config: settings }).finally(close);
    },
  };
  operatingCommands(program, line);
  demoCommand(program, line);
  keyCommands(program, line);
  importCommands(program, line);
  recognitionCommands(program, line, () => () => []);
  return program;
});
