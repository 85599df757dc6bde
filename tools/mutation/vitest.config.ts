import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"
import groups from "./groups.json" with { type: "json" }

const source = "cubular:source"
const { tests, not } = groups[process.env.MUTATE_GROUP as keyof typeof groups]

/** Units before properties: what one of them finds at once need not be looked for long. */
class UnitsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? 1 : -1))
  }
}

/** The `node` project of vitest.config.ts, with only the tests that belong to one group of files. */
export default defineConfig({
  resolve: {
    alias: { "#test-host": new URL("../../test/hosts/node.ts", import.meta.url).pathname },
    conditions: [source, "node"],
  },
  ssr: { resolve: { conditions: [source, "node", "module-sync", "import", "default"] } },
  test: {
    environment: "node",
    include: tests,
    exclude: not,
    // One worker for all files of one mutant: loading the kernel takes longer than most tests.
    isolate: false,
    // A run that never ends is a mutant found: no need to wait long for it.
    testTimeout: 8000,
    env: { RUNS: "200" },
    sequence: { sequencer: UnitsFirst },
    setupFiles: ["tools/mutation/setup.ts"],
  },
})
