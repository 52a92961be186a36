import { Command } from "commander";
import * as csv from "./connections/csv/index.ts";
import { importCommands } from "./connections/import/commands.ts";
import { linkageCommands } from "./customers/linkage/commands.ts";
import { demoCommand } from "./demo.ts";
import { backupCommands } from "./foundation/backup/commands.ts";
import type { CommandLine } from "./foundation/command-line.ts";
import { readConfig } from "./foundation/config.ts";
import { listSettings } from "./foundation/list-settings.ts";
import { runProgram } from "./foundation/run-program.ts";
import { openInstallation, type Opened } from "./installation.ts";
import { searchForCommand } from "./name-search.ts";
import { operatingCommands } from "./operating.ts";
import { recognitionCommands } from "./recognition/index.ts";
import { keyCommands } from "./staff/commands.ts";

const config = () => readConfig(process.env);
const tell = (progress: string): void => void process.stderr.write(`${progress}\n`);

await runProgram(process.argv, (isJson) => {
  const program = new Command("regulars")
    .description("Gives every employee what the owner of a good restaurant carries in their head.")
    .addHelpText("after", `\nSettings, from the environment:\n${listSettings()}`);
  let opened: Opened;
  const line: CommandLine = {
    config,
    tell,
    answer: (value, text) => void process.stdout.write(`${isJson() ? JSON.stringify(value, null, 2) : text}\n`),
    withInstallation: async (work) => {
      const settings = config();
      opened = await openInstallation(settings, "command", tell);
      const ctx = { actor: { kind: "system", name: "command line" } as const, db: opened.db, now: new Date() };
      try {
        return await work({ ctx, key: opened.key, config: settings });
      } finally {
        await opened.close();
      }
    },
  };
  operatingCommands(program, line);
  demoCommand(program, line);
  backupCommands(program, line);
  keyCommands(program, line);
  importCommands(program, line);
  linkageCommands(program, line, csv);
  recognitionCommands(program, line, (ctx) => searchForCommand({ ctx, tell, ...opened }));
  return program;
});
