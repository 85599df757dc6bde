import { describe, expect, test } from "vitest"
import { atan2, cos, cosTurns, sin, sinTurns } from "../../../cubes/saju/engine/math.ts"

/** Distance between neighbouring doubles at a value. */
function ulp(x: number): number {
  const value = new Float64Array([Math.abs(x)])
  const bits = new BigUint64Array(value.buffer)
  bits[0]! += 1n
  return value[0]! - Math.abs(x)
}

/** Numbers spread over −span…span, the same ones every time. */
function* spread(count: number, span: number): Generator<number> {
  for (let i = 1; i <= count; i++) yield (((i * 0.6180339887498949) % 1) - 0.5) * 2 * span
}

/** Largest error in units of the host's own last place; the host's functions are themselves within 1. */
function worst(ours: (x: number) => number, theirs: (x: number) => number, arguments_: Iterable<number>): number {
  let most = 0
  for (const x of arguments_) most = Math.max(most, Math.abs(ours(x) - theirs(x)) / ulp(theirs(x)))
  return most
}

describe("portable trigonometry", () => {
  test("sine and cosine of radians stay within 2 units in the last place of the host's", () => {
    for (const span of [0.8, 10, 100_000]) {
      expect(worst(sin, Math.sin, spread(200_000, span))).toBeLessThanOrEqual(2)
      expect(worst(cos, Math.cos, spread(200_000, span))).toBeLessThanOrEqual(2)
    }
  })

  test("sine keeps its relative precision next to multiples of π", () => {
    const multiples = Array.from({ length: 100_000 }, (_, n) => (n + 1) * Math.PI)
    expect(worst(sin, Math.sin, multiples)).toBeLessThanOrEqual(2)
  })

  test("cosine and sine of turns are within 5e-16 of the host's", () => {
    const off = (u: number): number =>
      Math.max(Math.abs(cosTurns(u) - Math.cos(2 * Math.PI * u)), Math.abs(sinTurns(u) - Math.sin(2 * Math.PI * u)))
    expect([...spread(200_000, 0.5)].reduce((most, u) => Math.max(most, off(u)), 0)).toBeLessThan(5e-16)
  })

  test("whole turns change nothing", () => {
    for (const n of [1, 1336, 123_456]) expect(cosTurns(n + 0.125)).toBe(cosTurns(0.125))
  })

  test("quarter turns are exact and no cosine exceeds 1", () => {
    expect([0, 0.25, 0.5, 0.75, 1].map(cosTurns)).toEqual([1, 0, -1, 0, 1])
    expect([0.25, -0.25].map(sinTurns)).toEqual([1, -1])
    expect([...spread(100_000, 1e-7)].every((u) => Math.abs(cosTurns(u)) <= 1)).toBe(true)
  })

  test("atan2 stays within 2 units in the last place in all quadrants", () => {
    for (const scale of [1e-9, 0.3, 1, 2, 1e9]) {
      for (const side of [-1, 1]) {
        const ours = (y: number): number => atan2(y, side * scale)
        expect(worst(ours, (y) => Math.atan2(y, side * scale), spread(50_000, 1))).toBeLessThanOrEqual(2)
      }
    }
  })

  test("atan2 on the axes", () => {
    expect([atan2(0, 1), atan2(1, 0), atan2(0, -1), atan2(-1, 0), atan2(0, 0)]).toEqual([
      0,
      Math.PI / 2,
      Math.PI,
      -Math.PI / 2,
      0,
    ])
  })

  test("not a number goes in and comes out", () => {
    expect([sin, cos, cosTurns, sinTurns].map((f) => f(Number.NaN))).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
    expect(cosTurns(Number.POSITIVE_INFINITY)).toBeNaN()
    expect(atan2(Number.NaN, 1)).toBeNaN()
  })
})
