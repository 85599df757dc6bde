import { beforeAll, describe, expect, test } from "vitest"

interface Findings {
  readonly removed: readonly string[]
  readonly left: readonly string[]
  readonly reached: readonly (readonly [string, string])[]
  readonly working: readonly (readonly [string, string])[]
}

/** Refused by the language itself rather than by us. */
const REFUSED_BY_LANGUAGE: Record<string, RegExp> = {
  "defining fetch anew": /^TypeError/,
  "adding to a shared prototype": /^TypeError/,
}

describe("a worker whose ambient powers were removed", () => {
  let findings: Findings
  beforeAll(async () => {
    const worker = new Worker(new URL("./workers/ambient.ts", import.meta.url), { type: "module" })
    findings = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = (event) => reject(new Error(event.message))
    })
    worker.terminate()
  })

  test("refuses every way to the outside with a code", () => {
    for (const [name, outcome] of findings.reached)
      if (REFUSED_BY_LANGUAGE[name]) expect(outcome, name).toMatch(REFUSED_BY_LANGUAGE[name])
      else expect(outcome, name).toBe("ambient_power")
    expect(findings.reached.length).toBeGreaterThan(35)
  })

  test("still computes", () => {
    for (const [name, outcome] of findings.working) expect(outcome, name).toBe("ok: true")
  })

  test("lets nothing stay that is not known to be harmless", () => {
    expect(findings.left).toEqual([])
    for (const name of ["fetch", "indexedDB", "navigator", "setTimeout", "Intl", "Worker", "WebSocket"])
      expect(findings.removed).toContain(name)
  })
})
