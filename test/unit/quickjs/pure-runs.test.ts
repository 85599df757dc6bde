import { beforeAll, describe, expect, test } from "vitest"
import { fingerprints as all } from "../../golden/fingerprints.ts"
import { pureBundle } from "./bundle.ts"
import { ABORT_CONTROLLER, reportOf } from "./engine.ts"

interface Report {
  readonly runs: { readonly [name: string]: readonly [fingerprint: string, plan: string] | { readonly failed: string } }
  readonly problems: { readonly [cube: string]: readonly string[] }
}

/** Stores want a platform: bytes of texts, checksums. */
const fingerprints = Object.fromEntries(
  Object.entries(all).filter(([name]) => !/^(storing|saju-notebook): /.test(name)),
)

/** Runs in which a step looks at the run's signal, or waits for the host's clock, which heeds it. */
const signalled = [
  "independent sibling that takes longer",
  "a list keeps its order, not that of arrival",
  "clock, random and ids",
  "step.call whose failure is caught / fail",
  "policies that let pass",
  "timeout /",
  "retry until it is ok",
  "retry until the deadline",
  "flow/delay",
  "flow/race",
  "flow/batch",
]
const bare = Object.keys(fingerprints).filter((name) => !signalled.some((start) => name.startsWith(start)))

let bundle: string
beforeAll(async () => {
  bundle = await pureBundle()
}, 60_000)

describe("in QuickJS, an engine that is not V8 and has nothing of a web platform", () => {
  let report: Report
  beforeAll(async () => {
    report = JSON.parse(await reportOf(bundle)) as Report
  }, 60_000)

  test("every golden run was tried", () => {
    expect(Object.keys(report.runs)).toEqual(Object.keys(fingerprints))
  })

  test.each(bare)("%s: the fingerprint of all hosts", (name) => {
    expect(report.runs[name]).toEqual(fingerprints[name])
  })

  test.each(["flow/branch", "flow/map", "flow/merge", "json/get", "saju/pillars", "text/upper"])(
    "the cases of %s hold",
    (cube) => {
      expect(report.problems[cube]).toEqual([])
    },
  )
})

describe("in QuickJS with an AbortController, as a host would give it", () => {
  let report: Report
  beforeAll(async () => {
    report = JSON.parse(await reportOf(ABORT_CONTROLLER, bundle)) as Report
  }, 60_000)

  test("every golden run has the fingerprint of all hosts, sleeping steps too", () => {
    expect(report.runs).toEqual(fingerprints)
  })

  test("the cases of every shipped cube hold", () => {
    expect(Object.values(report.problems).flat()).toEqual([])
    expect(Object.keys(report.problems).length).toBeGreaterThan(13)
  })
})
