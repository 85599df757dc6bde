import { createRunner, type PlacedCube } from "cubular"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { all, document, shaped } from "./stage.ts"

const part = shaped("part", { n: z.number() }, { part: z.record(z.string(), z.number()) }, ({ n }) => ({
  part: { here: n },
}))
const anything = shaped("anything", {}, { value: z.json() }, () => ({ value: 3 }))

/** Outcomes as "a ok, b skipped", failed ones with their code, and the outputs. */
async function outcome(cubes: { readonly [id: string]: PlacedCube }, outputs = {}, inputs: object = { n: 1 }) {
  const runner = await createRunner(
    document(cubes, outputs),
    [...all, part, anything],
    createHost({ autoAdvance: true }),
  )
  const settled = await runner.run(inputs as never).settled
  const words = Object.entries(settled.steps).map(([path, { outcome, error }]) => `${path} ${error?.code ?? outcome}`)
  return { steps: words.join(", "), outputs: settled.outputs, ok: settled.ok }
}

const big = { use: "t/is-big", in: { n: "@n" } }

describe("when", () => {
  test("true lets the step go", async () => {
    const cubes = { a: big, b: { use: "t/inc", in: { n: "@n" }, when: "a.yes" } }
    expect(await outcome(cubes, { b: "b.n" }, { n: 11 })).toEqual({ steps: "a ok, b ok", outputs: { b: 12 }, ok: true })
  })

  test("false skips it, and its output is absent; the run is ok", async () => {
    const cubes = { a: big, b: { use: "t/inc", in: { n: "@n" }, when: "a.yes" }, c: { use: "t/inc", in: { n: "b.n" } } }
    expect(await outcome(cubes, { c: "c.n" })).toEqual({ steps: "a ok, b skipped, c skipped", outputs: {}, ok: true })
  })

  test("whose source was skipped skips", async () => {
    const cubes = { a: big, b: { ...big, when: "a.yes" }, c: { use: "t/inc", in: { n: "@n" }, when: "b.yes" } }
    expect((await outcome(cubes)).steps).toBe("a ok, b skipped, c skipped")
  })

  test("whose source failed skips, and the failure goes on downwards", async () => {
    const broken = shaped("broken", { n: z.number() }, { yes: z.boolean() }, () => ({ yes: undefined }))
    const cubes = {
      a: { use: "t/broken", in: { n: "@n" } },
      c: { use: "t/inc", in: { n: "@n" }, when: "a.yes" },
      d: { use: "t/maybe", in: { n: "c.n" } },
    }
    const runner = await createRunner(document(cubes), [...all, broken], createHost())
    const { steps } = await runner.run({ n: 1 }).settled
    expect([steps.a?.outcome, steps.c?.outcome, steps.d?.outcome]).toEqual(["failed", "skipped", "skipped"])
  })

  test("that is not boolean fails the step", async () => {
    const cubes = { a: { use: "t/anything" }, b: { use: "t/inc", in: { n: "@n" }, when: "a.value" } }
    expect((await outcome(cubes)).steps).toBe("a ok, b when_not_boolean")
  })
})

describe("a skipped source", () => {
  const skipped = { a: big, b: { use: "t/inc", in: { n: "@n" }, when: "a.yes" } }

  test("leaves an optional input absent", async () => {
    const cubes = { ...skipped, c: { use: "t/maybe", in: { n: "b.n" } } }
    expect(await outcome(cubes, { c: "c.n" })).toMatchObject({ steps: "a ok, b skipped, c ok", outputs: { c: -1 } })
  })

  test("puts a port's default in its place", async () => {
    const cubes = { ...skipped, c: { use: "t/forty", in: { n: "b.n" } } }
    expect((await outcome(cubes, { c: "c.n" })).outputs).toEqual({ c: 40 })
  })

  test("among others of a required list skips", async () => {
    const cubes = { ...skipped, c: { use: "t/sum", in: { items: ["@n", "b.n"] } } }
    expect((await outcome(cubes)).steps).toBe("a ok, b skipped, c skipped")
  })

  test("does not skip what only comes after it", async () => {
    const cubes = { ...skipped, c: { use: "t/inc", in: { n: "@n" }, after: ["b"] } }
    expect((await outcome(cubes)).steps).toBe("a ok, b skipped, c ok")
  })

  test("that waited first leads to the same", async () => {
    const cubes = {
      w: { use: "t/nap", in: { n: "@n" } },
      a: { use: "t/is-big", in: { n: "w.n" } },
      b: { use: "t/inc", in: { n: "@n" }, when: "a.yes" },
      c: { use: "t/maybe", in: { n: "b.n" } },
    }
    expect(await outcome(cubes, { c: "c.n" })).toMatchObject({
      steps: "w ok, a ok, b skipped, c ok",
      outputs: { c: -1 },
    })
  })
})

describe("an optional output that was not given", () => {
  test("skips where it is required and is absent where it is optional", async () => {
    const cubes = {
      s: { use: "t/branch", in: { n: "@n" } },
      low: { use: "t/inc", in: { n: "s.low" } },
      high: { use: "t/inc", in: { n: "s.high" } },
      opt: { use: "t/maybe", in: { n: "s.high" } },
    }
    expect(await outcome(cubes, { low: "low.n", high: "high.n", opt: "opt.n" })).toEqual({
      steps: "s ok, high skipped, low ok, opt ok",
      outputs: { low: 2, opt: -1 },
      ok: true,
    })
  })
})

describe("an input of the run that was not given", () => {
  test("is absent where it is optional", async () => {
    expect(await outcome({ a: { use: "t/maybe", in: { n: "@m" } } }, { a: "a.n" }, {})).toMatchObject({
      outputs: { a: -1 },
    })
  })
})

describe("a failed source", () => {
  test("skips whatever the input: required, optional, defaulted, listed, after", async () => {
    const cubes = {
      a: { use: "t/fails", in: { n: "@n" } },
      b: { use: "t/inc", in: { n: "a.n" } },
      c: { use: "t/maybe", in: { n: "a.n" } },
      d: { use: "t/forty", in: { n: "a.n" } },
      e: { use: "t/sum", in: { items: ["@n", "a.n"] } },
      f: { use: "t/inc", in: { n: "@n" }, after: ["a"] },
    }
    expect((await outcome(cubes)).steps).toBe("a told_to_fail, b skipped, c skipped, d skipped, e skipped, f skipped")
  })

  test("reaches through a step in between: no identity step turns a failure into an absence", async () => {
    const cubes = {
      a: { use: "t/fails", in: { n: "@n" } },
      b: { use: "t/inc", in: { n: "a.n" } },
      c: { use: "t/maybe", in: { n: "b.n" } },
    }
    expect((await outcome(cubes)).steps).toBe("a told_to_fail, b skipped, c skipped")
  })
})

describe("a pointer", () => {
  const source = { s: { use: "t/part", in: { n: "@n" } } }

  test("takes a part of a value", async () => {
    expect(
      (await outcome({ ...source, a: { use: "t/inc", in: { n: "s.part#/here" } } }, { a: "a.n" })).outputs,
    ).toEqual({ a: 2 })
  })

  test("that leads nowhere fails a step that requires it", async () => {
    expect((await outcome({ ...source, a: { use: "t/inc", in: { n: "s.part#/gone" } } })).steps).toBe(
      "s ok, a pointer_unresolved",
    )
  })

  test("that leads nowhere leaves an optional input absent and an output of the composition too", async () => {
    const cubes = { ...source, a: { use: "t/maybe", in: { n: "s.part#/gone" } } }
    expect(await outcome(cubes, { a: "a.n", gone: "s.part#/gone" })).toEqual({
      steps: "s ok, a ok",
      outputs: { a: -1 },
      ok: true,
    })
  })

  test("does not reach what an object inherits", async () => {
    expect((await outcome({ ...source, a: { use: "t/inc", in: { n: "s.part#/constructor" } } })).steps).toBe(
      "s ok, a pointer_unresolved",
    )
  })
})

describe("a wire the plan could not prove", () => {
  test("is parsed on every run and fails the step that takes it", async () => {
    const loose = shaped("loose", { text: z.string() }, { value: z.json() }, ({ text }) => ({ value: text as string }))
    const runner = await createRunner(
      document({ a: { use: "t/loose", in: { text: "@text" } }, b: { use: "t/inc", in: { n: "a.value" } } }),
      [...all, loose],
      createHost(),
    )
    const { steps } = await runner.run({ text: "secret" }).settled
    expect(steps.b?.error).toMatchObject({ code: "wire_value_refused", path: ["cubes", "b", "in", "n"] })
    expect(JSON.stringify(steps)).not.toContain("secret")
  })

  test("fails, and not more, when a refine throws", async () => {
    const picky = shaped(
      "picky",
      {
        n: z.number().refine(() => {
          throw new Error("no")
        }),
      },
      { n: z.number() },
      ({ n }) => ({ n }),
    )
    const runner = await createRunner(
      document({ a: { use: "t/inc", in: { n: "@n" } }, b: { use: "t/picky", in: { n: "a.n" } } }),
      [...all, picky],
      createHost(),
    )
    expect((await runner.run({ n: 1 }).settled).steps.b?.error?.code).toBe("wire_value_refused")
  })
})
