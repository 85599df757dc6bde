import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { cubular } from "./terminal.ts"

const folder = mkdtempSync(join(tmpdir(), "simulate-"))
const file = (name: string, document: object): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(document))
  return path
}

const asking = file("ask.json", {
  format: 1,
  id: "ask",
  version: "1.0.0",
  services: { http: { origin: "https://api.example" } },
  cubes: {
    get: { use: "http/request@^1", config: { path: "/v1/x" }, policy: { timeoutMs: 3000, retry: { attempts: 3 } } },
  },
  outputs: { status: "get.status" },
})

describe("cubular simulate", () => {
  test("tells of seeds under which all invariants hold, in both languages", async () => {
    const english = await cubular(["simulate", asking, "--seeds", "5"])
    expect(english).toMatchObject({ code: 0 })
    expect(english.out).toMatch(/^5 seeds, [1-9]\d* faults, \d+ events: all invariants hold\n$/)
    expect((await cubular(["simulate", asking, "--seeds", "5", "--lang", "ko"])).out).toContain("불변식이 모두")
  })

  test("gives the report as JSON, the same for the same seeds", async () => {
    const [one, two] = [0, 1].map(() => cubular(["simulate", asking, "--seeds", "5", "--json"]))
    const report = JSON.parse((await one)?.out ?? "")
    expect(report).toMatchObject({ seeds: 5, failures: [] })
    expect(JSON.parse((await two)?.out ?? "")).toEqual(report)
  })

  test("shows every event of one seed", async () => {
    const { code, err } = await cubular(["simulate", asking, "--seed", "3"])
    expect(code).toBe(0)
    expect(err).toMatch(/> GET https:\/\/api\.example\/v1\/x/)
  })

  test("refuses documents that cannot be planned, and wrong usage", async () => {
    const bad = file("bad.json", { format: 1, id: "bad", version: "1.0.0", cubes: {}, outputs: { x: "no.thing" } })
    for (const args of [[bad], [asking, "--seeds", "0"], [asking, "--seed", "x"], []])
      expect((await cubular(["simulate", ...args])).code).toBe(2)
  })
})
