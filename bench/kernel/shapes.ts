/** The graphs that are run, as plain data every engine builds its own graph from. */

export interface ShapeStep {
  /** One input `x`, two inputs `a` and `b`, or one list `items`. */
  readonly kind: "one" | "two" | "many"
  /** Which of the eight bodies of its kind. */
  readonly body: number
  /** Earlier steps by position; −1 is the input of the run. */
  readonly from: readonly number[]
  /** The body is an async function. */
  readonly waits: boolean
}

/** A graph of one input; its result is what the last step gives. Every step leads to the last one. */
export type Shape = readonly ShapeStep[]

const step = (from: readonly number[], index: number, waits = false): ShapeStep => ({
  kind: from.length === 1 ? "one" : "two",
  body: index % 8,
  from,
  waits,
})

const join = (from: readonly number[]): ShapeStep => ({ kind: "many", body: 0, from, waits: false })

/** Steps in a row. */
export function chain(length: number, waits = false): Shape {
  return Array.from({ length }, (_, i) => step([i - 1], i, waits))
}

/** One step, 32 that read it, one that reads those. */
export function fan(): Shape {
  const arms = Array.from({ length: 32 }, (_, i) => i + 1)
  return [step([-1], 0), ...arms.map((i) => step([0], i)), join(arms)]
}

/** 1,000 steps, rows of 49: each reads the one above it and another of the row above; the last joins the last row. */
export function dag(): Shape {
  const width = 49
  const steps: ShapeStep[] = []
  let seed = 12_345
  while (steps.length < 999) {
    const i = steps.length
    const row = i - (i % width)
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    steps.push(i < width ? step([-1], i) : step([i - width, row - width + (seed % width)], i))
  }
  const used = new Set(steps.flatMap(({ from }) => from))
  return [...steps, join(steps.flatMap((_, i) => (used.has(i) ? [] : [i])))]
}

/** Twelve steps with three joins, as a small real composition has; `waits` makes the fifth one async. */
export function twelve(waits = false): Shape {
  const from = [[-1], [0], [0], [1, 2], [3], [3], [4], [5, 6], [7], [0], [8, 9], [10]]
  return from.map((sources, i) => step(sources, i, waits && i === 4))
}
