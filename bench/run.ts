import { readdirSync } from "node:fs";

const hearts = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "run.ts")
  .map((file) => file.slice(0, -".ts".length));

const [heart] = process.argv.splice(2, 1);

if (heart !== undefined && hearts.includes(heart)) {
  await import(`./${heart}.ts`);
} else {
  console.error(`npm run bench -- HEART [options], where HEART is one of: ${hearts.join(", ")}`);
  process.exitCode = 2;
}
