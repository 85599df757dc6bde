import { simulate } from "cubular/conformance"
import { expect, test } from "vitest"
import { traces } from "../golden/traces.ts"
import { parts } from "./parts.ts"

const BLOCK = 20

const blocks = Array.from({ length: traces.length / BLOCK }, (_, at) => at * BLOCK)

test.each(blocks)("seeds from %i on leave the traces they leave on every other host", async (first) => {
  for (let at = first; at < first + BLOCK; at++) {
    const { hash, violations } = await simulate(at + 1, parts)
    expect(violations).toEqual([])
    expect(hash, `seed ${at + 1}`).toBe(traces[at])
  }
})
