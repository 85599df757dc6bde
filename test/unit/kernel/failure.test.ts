import { type AnyCube, CubeError, createRunner, defineCube, type Settled } from "cubular"
import { createHost } from "cubular/host/memory"
import { format } from "cubular/messages/ko"
import { expect, test } from "vitest"
import * as z from "zod"

const cubeThat = (process: () => never | Promise<never>): AnyCube =>
  defineCube({
    id: "test/bad",
    version: "1.0.0",
    color: "feature",
    title: { en: "Bad", ko: "나쁨" },
    inputs: { value: z.string() },
    outputs: { value: z.string() },
    create: () => ({ process: (_) => process() }),
  })

const document = {
  format: 1,
  id: "one",
  version: "1.0.0",
  cubes: { a: { use: "test/bad", in: { value: "@value" } } },
  outputs: { value: "a.value" },
}

async function settle(cube: AnyCube, check: "edges" | "wires"): Promise<Settled> {
  const runner = await createRunner(document, [cube], createHost(), { check })
  return runner.run({ value: "x" }, { fingerprint: true }).settled
}

const brand = Symbol.for("cubular.CubeError")
const cyclic: { self?: unknown } = {}
cyclic.self = cyclic
const whole = { [brand]: true, code: "own", message: "m", hint: "h", path: [], params: {}, retryable: false }

const impostors: { readonly [name: string]: () => unknown } = {
  "the bare brand": () => ({ [brand]: true }),
  "a code that throws": () => ({
    ...whole,
    get code(): never {
      throw new Error("no")
    },
  }),
  "a code that is a number": () => ({ ...whole, code: 5 }),
  "a path that is a number": () => ({ ...whole, path: 5 }),
  "a path with a bigint": () => ({ ...whole, path: [1n] }),
  "params that go in circles": () => ({ ...whole, params: cyclic }),
  "a message that is a symbol": () => ({ ...whole, message: Symbol("no") }),
  "a proxy that throws": () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new Error("no")
        },
        getPrototypeOf: () => {
          throw new Error("no")
        },
      },
    ),
}

test.each(Object.keys(impostors).flatMap((name) => [[name, "edges"] as const, [name, "wires"] as const]))(
  "%s in place of an error is cube_threw (%s)",
  async (name, check) => {
    const thrown = impostors[name]?.()
    const now = cubeThat(() => {
      throw thrown
    })
    const later = cubeThat(async () => {
      await undefined
      throw thrown
    })
    for (const cube of [now, later]) {
      const settled = await settle(cube, check)
      expect(settled.ok).toBe(false)
      expect(settled.steps.a?.error?.code).toBe("cube_threw")
    }
  },
)

test("an error of the cube's own keeps its code and its words, braces and all", async () => {
  const own = { code: "own", message: "not {this}", hint: "see {that}" }
  const cube = cubeThat(() => {
    throw new CubeError({ ...own, params: { this: "{that}" } })
  })
  expect((await settle(cube, "edges")).steps.a?.error).toMatchObject({
    code: "own",
    message: "not {that}",
    path: ["cubes", "a"],
  })
})

test("the reason inside another error follows the reader's language", async () => {
  const runner = await createRunner(document, [cubeThat(() => undefined as never)], createHost())
  const settled = await runner.run({ value: 1 }).settled
  const error = settled.ok ? undefined : settled.error
  expect(error?.code).toBe("inputs_refused")
  const korean = format(error as CubeError)
  expect(korean.message).not.toMatch(/The input|does not/)
  expect(error?.message).toMatch(/does not take/)
})

test("inherited members are no inputs, whatever is asked of the run", async () => {
  const runner = await createRunner(document, [cubeThat(() => undefined as never)], createHost())
  for (const options of [{}, { fingerprint: true }]) {
    const settled = await runner.run(Object.create({ value: "x" }), options).settled
    expect(settled.ok ? "ok" : settled.error.code).toBe("inputs_refused")
  }
})
