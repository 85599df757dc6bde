import { expect, test } from "vitest"
import { toNano } from "../../../src/telemetry/otlp.ts"

test.each([
  [0, "0"],
  [-1, "0"],
  [Number.NaN, "0"],
  [0.000001, "1"],
  [0.5, "500000"],
  [1, "1000000"],
  [1.5, "1500000"],
  [1.9999999, "2000000"],
  [0.9999999, "1000000"],
  [1_700_000_000_000, "1700000000000000000"],
  [1_700_000_000_000.25, "1700000000000250000"],
])("%d ms are %s ns", (ms, nano) => {
  expect(toNano(ms)).toBe(nano)
})
