export type { Allow } from "./allow.ts";
export { buildApp, type App, type AppOptions } from "./app.ts";
export { contextAs, contextOf } from "./context-of.ts";
export { sessionCookie, type Doorkeeper } from "./doorkeeper.ts";
export { parseJson, textOf } from "./json-text.ts";
export { rawBytes, rawJson, type BodyLimit } from "./raw-json.ts";
