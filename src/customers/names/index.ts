export { isPlaceholder } from "../normalise/index.ts";
export { namesAgree } from "./agreement.ts";
export { areNicknames, nicknamesOf } from "./nicknames.ts";
export { inLatin, isEastAsian, isLatin } from "./transliteration.ts";
