export type { Card, FamiliarFace, KnownFact, Match, Recognition, Usual } from "./card.ts";
export type { Arrival, Arrivals, ArrivalsQuery, Customer, RecogniseQuery } from "./contract.ts";
