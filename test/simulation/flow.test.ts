import { simulateFlow } from "cubular/conformance"
import { expect, test } from "vitest"
import { flowTraces } from "../golden/traces.ts"
import { flowCubes, parts } from "./parts.ts"

const BLOCK = 10

const blocks = Array.from({ length: flowTraces.length / BLOCK }, (_, at) => at * BLOCK)

test.each(blocks)("flows from seed %i on leave the traces they leave on every other host", async (first) => {
  for (let at = first; at < first + BLOCK; at++) {
    const { hash, violations } = await simulateFlow(at + 1, parts, flowCubes)
    expect(violations).toEqual([])
    expect(hash, `seed ${at + 1}`).toBe(flowTraces[at])
  }
})
