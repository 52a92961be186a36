import { expect, it } from "vitest";
import { settingsFor, type Machine } from "./settings.ts";

const small: Machine = { memoryMebi: 1_000, freeDiskMebi: 3_000, platform: "linux" };
const large: Machine = { memoryMebi: 256_000, freeDiskMebi: 2_000_000, platform: "linux" };

it("leaves a small machine most of its memory, and its disk", () => {
  expect(settingsFor(small, true)).toMatchObject({ shared_buffers: "200MB", work_mem: "4MB", max_wal_size: "300MB" });
});

it("uses a large one, within reason", () => {
  expect(settingsFor(large, true)).toMatchObject({
    shared_buffers: "8192MB",
    work_mem: "64MB",
    max_wal_size: "4096MB",
  });
});

it("keeps what was acknowledged, unless it is for tests", () => {
  expect(settingsFor(small, true)).toMatchObject({ synchronous_commit: "on" });
  expect(settingsFor(small, true)).not.toHaveProperty("fsync");
  expect(settingsFor(small, false)).toMatchObject({ fsync: "off" });
});

it("asks only Linux to synchronise whole file systems", () => {
  expect(settingsFor(small, true)).toHaveProperty("recovery_init_sync_method", "syncfs");
  expect(settingsFor({ ...small, platform: "darwin" }, true)).not.toHaveProperty("recovery_init_sync_method");
});
