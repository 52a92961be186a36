/**
 * The distinct values of one column as numbers: 0 is "missing", 1…size the values in the order in which they came.
 * Letters lie one after the other in shared memory, so that several threads read one copy.
 */
export type Vocabulary = {
  readonly size: number;
  /** Value v is letters[starts[v] … starts[v + 1]). */
  readonly starts: Int32Array;
  readonly letters: Uint16Array;
  /** How many records have the value; at 0 how many have none. */
  readonly counts: Int32Array;
  /** One bit a letter that occurs: what one word has and the other lacks bounds their likeness from above. */
  readonly masks: Int32Array;
};

/** One column of a table of records: a value's number for each record. */
export type Column = { readonly ids: Int32Array; readonly vocabulary: Vocabulary };

export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length));
}

/** `words[v]` is value v; words[0] is not looked at. `ids` of the records, 0 where nothing is known. */
export function columnOf(ids: Int32Array, words: readonly string[]): Column {
  const size = Math.max(0, words.length - 1);
  const starts = sharedInts(size + 2);
  for (let v = 1; v <= size; v++) starts[v + 1] = starts[v]! + words[v]!.length;
  const letters = new Uint16Array(new SharedArrayBuffer(2 * starts[size + 1]!));
  const masks = sharedInts(size + 1);
  for (let v = 1; v <= size; v++) masks[v] = spell(words[v]!, letters, starts[v]!);
  return { ids, vocabulary: { size, starts, letters, counts: countsOf(ids, size), masks } };
}

function spell(word: string, letters: Uint16Array, start: number): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i);
    letters[start + i] = letter;
    mask |= 1 << bitOf(letter);
  }
  return mask;
}

/** a to z have a bit each; 0 to 9 share those of a to j, since words seldom hold both; all else shares the last. */
function bitOf(letter: number): number {
  if (letter >= 97 && letter <= 122) return letter - 97;
  return letter >= 48 && letter <= 57 ? letter - 48 : 31;
}

function countsOf(ids: Int32Array, size: number): Int32Array {
  const counts = sharedInts(size + 1);
  for (let record = 0; record < ids.length; record++) counts[ids[record]!]!++;
  return counts;
}

export function wordOf({ starts, letters }: Vocabulary, value: number): string {
  return String.fromCharCode(...letters.subarray(starts[value], starts[value + 1]));
}
