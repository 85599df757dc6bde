import type { Reporter, TestModule } from "vitest/node"

/**
 * Ends a test run with "N passed, N failed" as its last line. A project of the configuration that ran no test (a missing
 * runtime, say) makes the run fail instead of passing by silence; a filtered run (`vitest run --project`, a file name) may leave others out.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 }
    const seen = new Set<string>()
    for (const module of modules) {
      // Browser projects carry the browser behind their name: "chromium (chromium)".
      seen.add(module.project.name.split(" ")[0] as string)
      // A file that does not load and a hook that throws fail no test: what they hold has not run.
      for (const suite of [module, ...module.children.allSuites()]) if (suite.errors().length > 0) counts.failed++
      for (const test of module.children.allTests()) {
        const state = test.result().state
        if (state === "passed" || state === "failed" || state === "skipped") counts[state]++
      }
    }
    const missing =
      process.argv.slice(2).join(" ") === "run"
        ? ["node", "workerd", "chromium", "types"].filter((p) => !seen.has(p))
        : []
    for (const project of missing) console.error(`No test ran in ${project}: the runtime is missing or did not start`)
    counts.failed += missing.length
    if (counts.failed > 0) process.exitCode = 1
    process.on("exit", () =>
      console.log(
        `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
      ),
    )
  }
}
