import type { Kin } from "../../statistics/linkage/index.ts";
import { nicknamesOf } from "../names/index.ts";
import type { WordList } from "./words-of-column.ts";

/** Which names in a list are nicknames of each other: Bob, Rob, Robert. */
export function kinAmong(list: WordList): Kin {
  const { words } = list;
  const starts = new Int32Array(words.length + 1);
  const others: number[] = [];
  for (let v = 1; v < words.length; v++) {
    starts[v] = others.length;
    for (const word of nicknamesOf(words[v]!)) {
      const other = list.find(word);
      if (other !== undefined) others.push(other);
    }
  }
  starts[words.length] = others.length;
  return { starts, others: Int32Array.from(others) };
}
