export { isPlaceholder } from "../normalise/placeholder.ts";
export { namesAgree } from "./agreement.ts";
export { areNicknames, nicknamesOf } from "./nicknames.ts";
export { inLatin, isEastAsian, isLatin } from "./transliteration.ts";
