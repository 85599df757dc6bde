import { globSync, readFileSync } from "node:fs"
import { basename } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Copy } from "../../../scripts/planted/copy.ts"
import { applyPatch, readPatch } from "../../../scripts/planted/patch.ts"

const root = new URL("../../../", import.meta.url).pathname
const files = globSync(`${root}test/planted/*.patch`).sort()
const patches = new Map(files.map((file) => [basename(file, ".patch"), readFileSync(file, "utf8")]))

test("there are thirty planted bugs and more", () => {
  expect(patches.size).toBeGreaterThanOrEqual(30)
})

test.each([...patches.keys()])("%s can still be planted", (name) => {
  const patch = readPatch(patches.get(name) as string)
  const before = readFileSync(`${root}${patch.file}`, "utf8")
  expect(applyPatch(before, patch)).not.toBe(before)
})

test("a patch whose lines are not there any more is refused", () => {
  const patch = readPatch("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n")
  expect(applyPatch("zero\none\ntwo\n", patch)).toBe("zero\none\nthree\n")
  expect(() => applyPatch("one\nthree\n", patch)).toThrow("x: a hunk is there 0 times")
})

/** Found with one of the first seeds; `npm run planted` looks for all of them. */
const quick = ["bulkhead-off-by-one", "idempotency-key-per-attempt", "queue-redelivery-lost", "kv-lost-ack"]

describe("planted in a copy of the sources", () => {
  let copy: Copy
  beforeAll(() => {
    copy = new Copy()
  })
  afterAll(() => copy.remove())

  test.each(quick)("%s is found", { timeout: 60_000 }, async (name) => {
    const found = await copy.look(patches.get(name) as string, 20)
    expect(found).toBeDefined()
  })
})
