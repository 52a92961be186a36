import type { Config } from "./config.ts";
import type { Context } from "./context.ts";

/** What a command that needs the installation is given: the running server's database, or one brought up meanwhile. */
export type Installation = { readonly ctx: Context; readonly key: Buffer; readonly config: Config };

/** What every command is given besides its arguments. Commands that only read files never call `withInstallation`. */
export type CommandLine = {
  /** The database is reached, migrated and left as it was found. */
  withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T>;
  /** The answer on standard output: `value` as one JSON document with --json, else `text`. */
  answer(value: unknown, text: string): void;
  /** Progress, on standard error. */
  tell(progress: string): void;
  readonly config: () => Config;
};
