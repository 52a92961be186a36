import { doubleMetaphone } from "double-metaphone";
import { inLatin } from "../names/index.ts";

/** How a name begins when it is said aloud, the same for many ways of writing it; "" for what has no sound. */
export function soundOf(name: string): string {
  return doubleMetaphone(inLatin(name).replaceAll(" ", ""))[0].slice(0, 5);
}
