import { InvalidInput } from "../../foundation/errors.ts";

/** An object out of JSON, of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member that is an object; absent and null are an empty one. */
export function objectIn(value: unknown, field: string): Json {
  if (value === undefined || value === null) return {};
  if (isJson(value)) return value;
  throw new InvalidInput(`${field} is no object`);
}

/** A member that is text, or a number that stands for it; absent, null and empty are undefined. */
export function textIn(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") throw new InvalidInput(`${field} is no text`);
  return value.trim() === "" ? undefined : value.trim();
}

export function listIn(value: unknown, field: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new InvalidInput(`${field} is no list`);
}
