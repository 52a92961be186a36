// The beginning of a thread. In the checkout the sources run through tsx, which a thread does not inherit on Node 20.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const sources = new URL("./in-thread.ts", import.meta.url);

if (existsSync(sources)) {
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)) });
  await import(sources.href);
} else {
  await import(new URL("./in-thread.js", import.meta.url).href);
}
