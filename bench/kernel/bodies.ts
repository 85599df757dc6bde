/**
 * What the steps do. Eight functions of each kind, written out one by one: a step's call site meets many functions in
 * real compositions, so no engine may profit from having only one.
 */

export interface Bodies {
  readonly one: readonly ((x: number) => number)[]
  readonly two: readonly ((a: number, b: number) => number)[]
  readonly many: (items: readonly number[]) => number
}

const limit = 1_000_003

function sum(items: readonly number[]): number {
  let total = 0
  for (const item of items) total = (total + item) % limit
  return total
}

/** A little arithmetic each. */
export const working: Bodies = {
  one: [
    (x) => (x * 31 + 7) % limit,
    (x) => (x * 29 + 11) % limit,
    (x) => (x * 23 + 13) % limit,
    (x) => (x * 19 + 17) % limit,
    (x) => (x * 17 + 19) % limit,
    (x) => (x * 13 + 23) % limit,
    (x) => (x * 11 + 29) % limit,
    (x) => (x * 7 + 31) % limit,
  ],
  two: [
    (a, b) => (a * 31 + b) % limit,
    (a, b) => (a * 29 + b) % limit,
    (a, b) => (a * 23 + b) % limit,
    (a, b) => (a * 19 + b) % limit,
    (a, b) => (a * 17 + b) % limit,
    (a, b) => (a * 13 + b) % limit,
    (a, b) => (a * 11 + b) % limit,
    (a, b) => (a * 7 + b) % limit,
  ],
  many: sum,
}

/** Nothing at all: what is left is the engine. */
export const empty: Bodies = {
  one: [(x) => x, (x) => x, (x) => x, (x) => x, (x) => x, (x) => x, (x) => x, (x) => x],
  two: [(a) => a, (a) => a, (a) => a, (a) => a, (a) => a, (a) => a, (a) => a, (a) => a],
  many: (items) => items[0] as number,
}
