import { WrongSettings, type Problem } from "./errors.ts";
import { settings, type Setting, type Settings } from "./settings.ts";

export type Config = Settings;

/** Reads every setting and reports all that is wrong with them at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: Problem[] = [];
  const read = Object.entries<Setting<unknown>>(settings).map(([field, setting]) => {
    const text = env[setting.name]?.trim() || setting.otherwise;
    const value = text === undefined ? null : setting.read(text);
    if (value === undefined) problems.push({ pointer: `#/${setting.name}`, detail: setting.wants });
    return [field, value] as const;
  });
  if (problems.length > 0) throw new WrongSettings("These settings cannot be used.", problems);
  return Object.fromEntries(read) as unknown as Config;
}
