/**
 * The order of things by their first eight bytes, given as two 32-bit numbers each: four passes of a radix sort with
 * 16 bits (0.1 s a million). Equal keys stay in the order they had.
 */
export function orderByKey(high: Uint32Array, low: Uint32Array): Int32Array<ArrayBuffer> {
  let order = Int32Array.from(high.keys());
  for (const [key, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const)
    order = onePass(order, key, shift);
  return order;
}

function onePass(order: Int32Array<ArrayBuffer>, key: Uint32Array, shift: number): Int32Array<ArrayBuffer> {
  const starts = new Int32Array(65537);
  for (let i = 0; i < key.length; i++) starts[((key[i]! >>> shift) & 0xffff) + 1]!++;
  for (let i = 0; i < 65536; i++) starts[i + 1]! += starts[i]!;
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[starts[(key[order[i]!]! >>> shift) & 0xffff]!++] = order[i]!;
  return sorted;
}
