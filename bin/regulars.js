#!/usr/bin/env node
// In the checkout the sources run through tsx; a published package carries built JavaScript instead.
// One process either way: signals, exit codes and the terminal are the program's own.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const sources = new URL("../src/cli.ts", import.meta.url);

if (existsSync(sources)) {
  const { register } = await import("tsx/esm/api");
  // Named, or tsx would take the tsconfig.json of whatever folder the command is run in.
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
  await import(sources.href);
} else {
  await import(new URL("../dist/src/cli.js", import.meta.url).href);
}
