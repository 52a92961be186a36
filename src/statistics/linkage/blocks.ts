import { sharedInts } from "./vocabulary.ts";

/**
 * A blocking rule brings two records together when all its keys agree. A key is a number for each record, 0 if it has none.
 * Here a rule becomes one number for each record: records with the same number, never 0, are one block.
 */
export type Blocks = {
  readonly group: Int32Array;
  /** How many records each group has; index 0 counts those in none. */
  readonly sizes: Int32Array;
};

/** `some` are the records to look at; without it, all. */
export function blocksOf(keys: readonly Int32Array[], some?: Int32Array): Blocks {
  const [first, ...rest] = keys.map((key) => (some ? some.map((record) => key[record]!) : key));
  let blocks = single(first!);
  for (const key of rest) blocks = within(blocks, key);
  return blocks;
}

function single(key: Int32Array): Blocks {
  let most = 0;
  for (let r = 0; r < key.length; r++) if (key[r]! > most) most = key[r]!;
  const sizes = new Int32Array(most + 1);
  for (let r = 0; r < key.length; r++) sizes[key[r]!]!++;
  return { group: key, sizes };
}

// Room for one split after the other: it is used and left within one call.
let slots = new Int32Array(0);
let seen = new Int32Array(0);

/** Splits every block by one more key, with an open hash of the two numbers. */
function within({ group }: Blocks, key: Int32Array): Blocks {
  const bits = Math.max(4, 33 - Math.clz32(group.length));
  const mask = 2 ** bits - 1;
  if (slots.length <= mask) [slots, seen] = [new Int32Array(mask + 1), new Int32Array(2 * (mask + 2))];
  else slots.fill(0, 0, mask + 1);
  const split = new Int32Array(group.length);
  let known = 0;
  for (let r = 0; r < group.length; r++) {
    const g = group[r]!;
    const k = key[r]!;
    if (g === 0 || k === 0) continue;
    let slot = ((Math.imul(g, 0x9e3779b1) ^ Math.imul(k, 0x85ebca6b)) >>> (32 - bits)) & mask;
    let id = slots[slot]!;
    while (id !== 0 && (seen[2 * id] !== g || seen[2 * id + 1] !== k)) id = slots[(slot = (slot + 1) & mask)]!;
    if (id === 0) {
      slots[slot] = id = ++known;
      seen[2 * id] = g;
      seen[2 * id + 1] = k;
    }
    split[r] = id;
  }
  const sizes = new Int32Array(known + 1);
  for (let r = 0; r < split.length; r++) sizes[split[r]!]!++;
  return { group: split, sizes };
}

export function pairsIn({ sizes }: Blocks, largest = Infinity): number {
  let pairs = 0;
  for (let g = 1; g < sizes.length; g++) if (sizes[g]! <= largest) pairs += (sizes[g]! * (sizes[g]! - 1)) / 2;
  return pairs;
}

export function recordsIn({ sizes }: Blocks, largest = Infinity): number {
  let records = 0;
  for (let g = 1; g < sizes.length; g++) if (sizes[g]! <= largest) records += sizes[g]!;
  return records;
}

/** The largest block that may be taken if all blocks up to its size together are to have at most `pairs` pairs. */
export function largestWithin({ sizes }: Blocks, pairs: number): number {
  const most = sizes.subarray(1).reduce((a, b) => Math.max(a, b), 0);
  const pairsOfSize = new Float64Array(most + 1);
  for (let g = 1; g < sizes.length; g++) pairsOfSize[sizes[g]!]! += (sizes[g]! * (sizes[g]! - 1)) / 2;
  let sum = 0;
  for (let size = 0; size <= most; size++) if ((sum += pairsOfSize[size]!) > pairs) return size - 1;
  return most;
}

/** The blocks to be gone through: block g is order[starts[g] … starts[g + 1]), all of them two to `largest` records. */
export type Layout = { readonly group: Int32Array; readonly order: Int32Array; readonly starts: Int32Array };

/** Numbers the blocks anew from 1, those that are too small or too large left out. In shared memory. */
export function layOut({ group, sizes }: Blocks, largest: number): Layout {
  const renamed = new Int32Array(sizes.length);
  let [blocks, records] = [0, 0];
  for (let g = 1; g < sizes.length; g++) {
    if (sizes[g]! < 2 || sizes[g]! > largest) continue;
    renamed[g] = ++blocks;
    records += sizes[g]!;
  }
  const starts = sharedInts(blocks + 2);
  for (let g = 1; g < sizes.length; g++) if (renamed[g] !== 0) starts[renamed[g]! + 1] = sizes[g]!;
  for (let b = 1; b <= blocks + 1; b++) starts[b]! += starts[b - 1]!;
  const next = starts.slice();
  const order = sharedInts(records);
  const kept = sharedInts(group.length);
  for (let r = 0; r < group.length; r++) {
    const block = renamed[group[r]!]!;
    if ((kept[r] = block) !== 0) order[next[block]!++] = r;
  }
  return { group: kept, order, starts };
}
