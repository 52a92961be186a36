import { checks } from "./checks.ts";

const results = checks.map(async ({ name, findings }) => ({ name, found: await findings() }));

for (const { name, found } of await Promise.all(results)) {
  console.log(found === "" ? `✓ ${name}` : `✕ ${name}\n${found.replace(/^/gm, "    ")}`);
  if (found !== "") process.exitCode = 1;
}
