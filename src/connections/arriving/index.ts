export { decimalsOf, isCurrency } from "./currency.ts";
export { fileArrivals, type Arrival, type ArrivalVerdict } from "./file-arrivals.ts";
export { limits } from "./implausible.ts";
export { VerdictsBody } from "./contract.ts";
