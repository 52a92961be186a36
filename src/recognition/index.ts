export type { Card, FamiliarFace, KnownFact, Match, Recognition, Usual } from "./card.ts";
export type { Arrival, Arrivals, ArrivalsQuery, Customer, RecogniseQuery } from "./contract.ts";
export { recognitionCommands } from "./commands.ts";
export { openMemory, type Memory } from "./memory.ts";
export { printCard, printRecognition } from "./print-card.ts";
export { recognise } from "./recognise.ts";
export type { NameSearch, Recogniser } from "./recogniser.ts";
export { recognitionRoutes, type RecognitionHouse } from "./routes.ts";
