export type { App } from "./app.ts";
export { buildApp } from "./build-app.ts";
export { contextAs, contextOf } from "./context-of.ts";
export { sessionCookie, sessionOf, type Doorkeeper } from "./doorkeeper.ts";
export { textOf } from "./json-text.ts";
export { isLoopback } from "./near.ts";
export { rawBytes, rawJson } from "./raw-json.ts";
export type { Readiness } from "./watch-routes.ts";
export { serveWebFiles } from "./web-files.ts";
