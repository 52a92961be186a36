import type { Command } from "commander";
import { examine, type Finding } from "./doctor.ts";
import type { CommandLine } from "./foundation/command-line.ts";
import type { Server } from "./server.ts";

/** Running the installation itself. What a command needs is loaded when it is asked for: `--help` waits for nothing. */
export function operatingCommands(program: Command, line: CommandLine): void {
  program
    .command("serve")
    .description("start the web app and the API, and stay until stopped")
    .action(async () => {
      const { startServer } = await import("./server.ts");
      const server = await startServer(line.config(), line.tell);
      await tellSetUpCode(server, line.tell);
      line.answer({ address: server.address, home: server.opened.home }, `Regulars is at ${server.address}`);
      await stayUntilStopped(server.stop, line.tell);
    });
  program
    .command("migrate")
    .description("bring the database up to date")
    .action(async () => {
      await line.withInstallation(async () => {});
      line.answer({ migrated: true }, "The database is up to date.");
    });
  program
    .command("doctor")
    .description("say what is wrong, and what to do about it")
    .action(async () => {
      const findings = await examine(process.env);
      const well = findings.every((finding) => finding.well);
      line.answer({ well, findings }, findings.map(described).join("\n"));
      if (!well) process.exitCode = 1;
    });
}

/** Only while nobody owns the installation; whoever sees this terminal may say who does. */
async function tellSetUpCode({ opened, address }: Server, tell: (text: string) => void): Promise<void> {
  const { makeSetUpCode } = await import("./staff/index.ts");
  const code = await makeSetUpCode({ actor: { kind: "system", name: "serve" }, db: opened.db, now: new Date() });
  if (code === undefined) return;
  tell(
    `Nobody owns this installation yet. Open ${address} and say who does; from another machine it asks for ${code}.`,
  );
}

function described({ about, well, says, todo }: Finding): string {
  return `${well ? "✓" : "✕"} ${about}: ${says}${todo === undefined ? "" : `\n  → ${todo}`}`;
}

/** The first signal stops in order, the second at once. */
export async function stayUntilStopped(stop: () => Promise<void>, tell: (text: string) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
  tell("Stopping.");
  await stop();
}
