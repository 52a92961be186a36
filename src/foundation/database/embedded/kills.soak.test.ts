import { expect, it } from "vitest";
import { rounds } from "../../../../test/soak.ts";
import { soakEmbedded } from "../../../../test/soak/embedded.ts";

// mulberry32: the same kills in every run, but for the moments, which nobody decides.
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it(
  "loses no acknowledged row, whatever is killed and when",
  async () => {
    const n = rounds(6, 1000);
    const counts = await soakEmbedded({ rounds: n, random: seeded(1) });
    console.info(JSON.stringify({ rounds: n, ...counts }));
    expect(counts["rows"]).toBeGreaterThan(n);
  },
  3 * 3600_000,
);
