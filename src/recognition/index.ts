export type { Card, Match, Recognition } from "./card.ts";
export type { Arrival, Customer } from "./contract.ts";
export { recognitionCommands } from "./commands.ts";
export { openMemory, type Memory } from "./memory.ts";
export { printRecognition } from "./print-card.ts";
export { recognise } from "./recognise.ts";
export type { NameSearch } from "./recogniser.ts";
export { recognitionRoutes } from "./routes.ts";
