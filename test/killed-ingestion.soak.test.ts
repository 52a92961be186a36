import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { seeded } from "../src/statistics/random.ts";
import { killWhileIngesting } from "./killed-ingestion.ts";
import { rounds } from "./soak.ts";

it(
  "loses and doubles nothing that was acknowledged, whoever is killed while events come in",
  async () => {
    const home = await mkdtemp(join(tmpdir(), "regulars-killed-"));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    const seed = process.env["REGULARS_SEED"] ?? String(Date.now());
    const kills = await killWhileIngesting(home, rounds(4, 1000), seeded(seed));
    console.log(`seed ${seed}: ${JSON.stringify(kills)}`);
    expect(kills.touches).toBe(kills.acknowledged);
    expect(kills.acknowledged).toBeGreaterThan(0);
  },
  rounds(180_000, 6 * 3_600_000),
);
