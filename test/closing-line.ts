import type { Reporter, TestModule } from "vitest/node";

type Count = { passed: number; failed: number; skipped: number };

/**
 * Ends the run with `N passed, N failed[, N skipped]` alone on the last line, for readers that know no test tool's own
 * summary. A file that could not be loaded and an error outside any test count as failed; a run without tests fails.
 */
export default class ClosingLine implements Reporter {
  private count: Count = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    // At the very end, after what others print while closing.
    process.once("exit", () => {
      if (this.count.failed > 0 || this.count.passed === 0) process.exitCode ||= 1;
      console.log(`\n${closingLine(this.count)}`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    this.count = countOf(modules);
    this.count.failed += errors.length;
  }
}

export function closingLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function countOf(modules: readonly TestModule[]): Count {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    count.failed += module.errors().length;
    for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state !== "pending") count[state]++;
    }
  }
  return count;
}
