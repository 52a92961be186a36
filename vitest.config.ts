import { defineConfig } from "vitest/config";
import { rounds } from "./test/soak.ts";

const minute = 60_000;

export default defineConfig({
  test: {
    reporters: ["default", "./test/closing-line.ts"],
    // A test that runs alone by `it.only` hides all others.
    allowOnly: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "suite",
          include: ["{src,web,test,checks,bench}/**/*.test.{ts,tsx}"],
          exclude: ["test/afterwards/**"],
          globalSetup: ["test/statements/gather.ts", "test/database-server.ts"],
          setupFiles: ["test/statements/listen.ts"],
          testTimeout: rounds(minute, 600 * minute),
          hookTimeout: minute,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        // Looks at what the suite left behind: the statements it sent.
        test: { name: "afterwards", include: ["test/afterwards/**/*.test.ts"], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
