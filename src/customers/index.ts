export type { Ids, Naming } from "./ids.ts";
export { isLimited, isWeak, kindOfStrength, kinds, strength, type Kind } from "./kind.ts";
