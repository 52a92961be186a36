import { CommanderError, type Command } from "commander";
import { Refusal, type Problem } from "./errors.ts";

const failed = 1;
const wrongUsage = 2;

/**
 * Runs one command to its exit code: 0, 1 failed, 2 wrong usage. Every command gets --json. A refusal is printed as it reads;
 * only a fault of ours comes with its trace.
 */
export async function runProgram(argv: readonly string[], build: (isJson: () => boolean) => Command): Promise<void> {
  let json = false;
  // A reader that has seen enough, like head, is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : failed));
  const program = build(() => json);
  everyCommand(program, (command) => {
    command.exitOverride().option("--json", "one JSON document on standard output");
  });
  program.hook(
    "preAction",
    (_program, command) => void (json = command.optsWithGlobals<{ json?: boolean }>().json === true),
  );
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    const text = textOf(error);
    if (text) process.stderr.write(`${text}\n`);
  }
}

function everyCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const sub of command.commands) everyCommand(sub, change);
}

/** The one place where codes become exit codes. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage;
  return error instanceof Refusal && error.code === "wrong-usage" ? wrongUsage : failed;
}

/** Commander has printed its own already. */
function textOf(error: unknown): string | undefined {
  if (error instanceof CommanderError) return undefined;
  if (error instanceof Refusal) return [error.message, ...error.problems.map(lineOf)].join("\n");
  return `This is a fault of ours. Please report it with what follows.\n${(error as Error).stack ?? String(error)}`;
}

function lineOf({ pointer, detail }: Problem): string {
  return `  ${pointer.replace(/^#\//, "")} ${detail}`;
}
