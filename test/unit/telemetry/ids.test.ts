import { expect, test } from "vitest"
import { createIds } from "../../../src/telemetry/ids.ts"

const seeds = ["0".repeat(32), "f".repeat(32), "0123456789abcdef0123456789abcdef", `${"0".repeat(31)}1`]

test("ids have their form, whatever is drawn", () => {
  for (const seed of seeds) {
    const ids = createIds(() => seed)
    for (let i = 0; i < 1000; i++) {
      expect(ids.trace()).toMatch(/^(?!0{32})[0-9a-f]{32}$/)
      expect(ids.span()).toMatch(/^(?!0{16})[0-9a-f]{16}$/)
    }
  }
})

test("100,000 ids of one draw are different, and of four draws", () => {
  const seen = new Set<string>()
  for (const seed of seeds) {
    const ids = createIds(() => seed)
    for (let i = 0; i < 25_000; i++) seen.add(ids.span())
  }
  expect(seen.size).toBe(100_000)
})

test("every word drawn counts: one bit changed anywhere gives other ids", () => {
  const firsts = Array.from({ length: 32 }, (_, at) => {
    const seed = `${"0".repeat(at)}1${"0".repeat(31 - at)}`
    return createIds(() => seed).trace()
  })
  expect(new Set(firsts).size).toBe(32)
})

test("bits are 1 half of the time", () => {
  const ids = createIds(() => seeds[2]!)
  const ones = new Array<number>(64).fill(0)
  for (let i = 0; i < 4000; i++) {
    const id = BigInt(`0x${ids.span()}`)
    for (let bit = 0; bit < 64; bit++) ones[bit]! += Number((id >> BigInt(bit)) & 1n)
  }
  // Six standard deviations of 4,000 coins.
  for (const count of ones) expect(Math.abs(count - 2000)).toBeLessThan(190)
})

test("it is drawn once, and only when an id is needed", () => {
  let draws = 0
  const ids = createIds(() => {
    draws++
    return seeds[2]!
  })
  expect(draws).toBe(0)
  for (let i = 0; i < 10; i++) ids.trace()
  expect(draws).toBe(1)
})
