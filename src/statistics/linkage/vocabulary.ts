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
  /**
   * What rules out most likenesses at one look, four numbers a value: where it starts; its length; one bit a letter that
   * occurs; its first two and last two letters, eight bits each. Kept together because looking is waiting for memory.
   */
  readonly looks: Int32Array;
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
  const looks = sharedInts(4 * (size + 1));
  for (let v = 1; v <= size; v++) {
    looks[4 * v] = starts[v]!;
    looks[4 * v + 1] = words[v]!.length;
    looks[4 * v + 2] = spell(words[v]!, letters, starts[v]!);
    looks[4 * v + 3] = endsOf(words[v]!);
  }
  return { ids, vocabulary: { size, starts, letters, counts: countsOf(ids, size), looks } };
}

function endsOf(word: string): number {
  const at = (i: number): number => word.charCodeAt(i) & 255;
  const last = word.length - 1;
  return at(0) | (at(1) << 8) | (at(last - 1) << 16) | (at(last) << 24);
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
