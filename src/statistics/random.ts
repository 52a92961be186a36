/** A repeatable stream of chance: the same seed gives the same bits on every machine. */
export type Random = {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the list, by weight. */
  weighted<T>(list: readonly (readonly [T, number])[]): T;
  /** Standard normal. */
  normal(): number;
  /** Mean 1. */
  exponential(): number;
  /** A stream of its own for a name: what is drawn from it moves nothing in this one. */
  fork(name: string): Random;
};

/** Chris Doty-Humphrey's sfc32, seeded by an FNV-1a hash of the text; 32-bit integers only, so exact everywhere. */
export function seeded(seed: string): Random {
  const bits = sfc32(seed);
  const next = (): number => bits() / 4_294_967_296;
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)]!,
    weighted: (list) => weighted(list, next()),
    // Box and Muller's transform; 1 - next() is never zero.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: () => -Math.log(1 - next()),
    fork: (name) => seeded(`${seed}/${name}`),
  };
}

function weighted<T>(list: readonly (readonly [T, number])[], chance: number): T {
  let left = chance * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [one, weight] of list) if ((left -= weight) < 0) return one;
  return list.at(-1)![0];
}

function sfc32(seed: string): () => number {
  let [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const draw = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let warm = 0; warm < 15; warm++) draw();
  return draw;
}

function hash(text: string, salt: number): number {
  let h = 2_166_136_261 ^ salt;
  for (let index = 0; index < text.length; index++) h = Math.imul(h ^ text.charCodeAt(index), 16_777_619);
  return h | 0;
}
