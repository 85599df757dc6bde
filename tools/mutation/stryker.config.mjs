import groups from "./groups.json" with { type: "json" }

/** Set by scripts/mutate.ts: which group of files, and where its report goes. */
const { MUTATE_GROUP, MUTATE_REPORT } = process.env

export default {
  packageManager: "npm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "tools/mutation/vitest.config.ts", related: false },
  mutate: groups[MUTATE_GROUP].mutate,
  coverageAnalysis: "perTest",
  // A run that hangs costs time, not a core.
  concurrency: 2,
  timeoutMS: 8000,
  // What runs once when a module is loaded costs a run of all tests each; only tables are worth it.
  ignoreStatic: !groups[MUTATE_GROUP].tables,
  // Its preprocessors want an older TypeScript; tests do not look at types.
  disableTypeChecks: false,
  tsconfigFile: "none.json",
  ignorePatterns: [
    "*",
    "!package.json",
    "!tsconfig.base.json",
    "!src/**",
    "!cubes/**",
    "!test/**",
    "!tools/mutation/*",
  ],
  reporters: ["json", "progress-append-only"],
  jsonReporter: { fileName: MUTATE_REPORT },
  tempDirName: ".cache/mutation/sandbox",
}
