import {
  type AnyCube,
  type CompositionDocument,
  CubeError,
  defineCube,
  type PlacedCube,
  type Step,
} from "cubular/contract"
import * as z from "zod"

const title = { en: "A cube for tests of runs", ko: "실행 시험용 큐브" }

/** What a test cube does; `n` is its input where it has one. */
export type Does = (n: number, step: Step) => unknown

interface Extra {
  readonly needs?: AnyCube["needs"]
  readonly services?: AnyCube["services"]
  readonly dependencies?: { readonly [id: string]: string }
  readonly optional?: boolean
  readonly default?: number
}

/** number `n` → number `n`. Whatever `does` returns is returned as it is, right or wrong. */
export function cube(id: string, does: Does, extra: Extra = {}): AnyCube {
  const { optional, default: standard, ...rest } = extra
  const n = standard !== undefined ? z.number().default(standard) : optional ? z.number().optional() : z.number()
  return defineCube({
    id: `t/${id}`,
    version: "1.0.0",
    color: "feature",
    effect: "pure",
    title,
    inputs: { n },
    outputs: { n: z.number() },
    ...(rest as object),
    create: () => ({ process: ({ n }, step) => does(n as number, step) as { n: number } }),
  })
}

/** Any ports. */
export function shaped(
  id: string,
  inputs: { readonly [port: string]: z.ZodType },
  outputs: { readonly [port: string]: z.ZodType },
  process: (inputs: { readonly [port: string]: unknown }, step: Step) => unknown,
  extra: object = {},
): AnyCube {
  return defineCube({
    id: `t/${id}`,
    version: "1.0.0",
    color: "feature",
    effect: "pure",
    title,
    inputs,
    outputs,
    ...extra,
    create: () => ({ process: process as never }),
  }) as AnyCube
}

export const inc: AnyCube = cube("inc", (n) => ({ n: n + 1 }))
export const later: AnyCube = cube("later", async (n) => ({ n: n + 1 }))
export const fails: AnyCube = cube("fails", () => {
  throw new CubeError({ code: "told_to_fail", message: "It failed.", hint: "Nothing to do." })
})
export const failsLater: AnyCube = cube("fails-later", async () => {
  throw new CubeError({ code: "told_to_fail", message: "It failed.", hint: "Nothing to do." })
})
export const nap: AnyCube = cube(
  "nap",
  async (n, step) => {
    await step.clock.sleep(n)
    return { n }
  },
  { needs: ["clock"] },
)
/** Never ends, and does not heed its signal. */
export const never: AnyCube = cube("never", () => new Promise(() => {}))
/** Its input, or −1. */
export const maybe: AnyCube = cube("maybe", (n) => ({ n: n ?? -1 }), { optional: true })
/** Its input, or 40. */
export const forty: AnyCube = cube("forty", (n) => ({ n }), { default: 40 })
export const sum: AnyCube = shaped("sum", { items: z.array(z.number()) }, { n: z.number() }, ({ items }) => ({
  n: (items as number[]).reduce((a, b) => a + b, 0),
}))
export const isBig: AnyCube = shaped("is-big", { n: z.number() }, { yes: z.boolean() }, ({ n }) => ({
  yes: (n as number) > 10,
}))
/** Gives `low` or `high`. */
export const branch: AnyCube = shaped(
  "branch",
  { n: z.number() },
  { low: z.number().optional(), high: z.number().optional() },
  ({ n }) => ((n as number) > 10 ? { high: n } : { low: n }),
)
export const all: readonly AnyCube[] = [inc, later, fails, failsLater, nap, never, maybe, forty, sum, isBig, branch]

export function document(
  cubes: { readonly [id: string]: PlacedCube },
  outputs: { readonly [name: string]: string } = {},
  rest: Partial<CompositionDocument> = {},
): CompositionDocument {
  return { format: 1, id: "stage", version: "1.0.0", cubes, outputs, ...rest }
}

/** What a promise rejects with. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error("it did not reject")
}

export async function errorOf(promise: Promise<unknown>): Promise<CubeError> {
  return (await thrownBy(promise)) as CubeError
}
