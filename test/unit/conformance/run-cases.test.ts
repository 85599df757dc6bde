import { type AnyCube, type Case, type CubeCases, defineCube, type Values } from "cubular"
import { checkCube, forbidAmbient, runCases } from "cubular/conformance"
import upper from "cubular/cubes/text/upper"
import { createHost } from "cubular/host/memory"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const head = {
  id: "test/cube",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "T", ko: "티" },
} as const

function cube(process: (text: string) => unknown): AnyCube {
  return defineCube({
    ...head,
    inputs: { text: z.string() },
    outputs: { text: z.string() },
    create: () => ({
      process: (({ text }: { text: string }) => {
        const made = process(text)
        return made instanceof Promise ? made.then((each) => ({ text: each })) : { text: made }
      }) as never,
    }),
  })
}

const example = (more: Partial<Case>): Case =>
  ({ title: { en: "case", ko: "예" }, inputs: { text: "a" }, outputs: { text: "A" }, ...more }) as Case
const cases = (...all: readonly Case[]): CubeCases => ({ cube: "test/cube", cases: all })
const run = (of: AnyCube, ...all: readonly Case[]): Promise<string[]> =>
  runCases(of, cases(...all), [of, upper], createHost)
const sound = cube((text) => text.toUpperCase())

describe("runCases", () => {
  test("finds nothing where all is as the cases say, also a refusal", async () => {
    const refusal = example({
      title: { en: "no", ko: "거절" },
      inputs: { text: 1 } as unknown as Values,
      error: "inputs_refused",
    })
    expect(await run(sound, example({}), { ...refusal, outputs: undefined } as Case)).toEqual([])
  })

  test("says what is different", async () => {
    expect(await run(sound, example({ outputs: { text: "B" } }))).toEqual([
      'case: It should give {"text":"B"}; found {"text":"A"}.',
    ])
  })

  test("says what fails, and what does not though it should", async () => {
    const failing = cube(() => {
      throw new Error("no")
    })
    expect(await run(failing, example({}))).toEqual(["case: It fails with run_failed, cube_threw."])
    const refusal = { ...example({ error: "inputs_refused" }), outputs: undefined } as Case
    expect(await run(sound, refusal)).toEqual(["case: It should fail with inputs_refused, and is ok."])
    expect(await run(failing, refusal)).toEqual([
      "case: It should fail with inputs_refused; found run_failed, cube_threw.",
    ])
  })

  test("says when a cube cannot be placed", async () => {
    expect(await run(sound, example({ config: { no: 1 } }))).toEqual([
      "case: The cube cannot be placed: composition_invalid, config_not_taken.",
    ])
  })

  test("notices state that is kept from one run to the next", async () => {
    let calls = 0
    const keeping = cube((text) => `${text.toUpperCase()}${calls++ > 0 ? "" : ""}${calls > 1 ? "!" : ""}`)
    expect(await run(keeping, example({}))).toEqual(["case: Two runs at once on one instance do not end alike."])
  })

  test("notices cases of another cube, and two of one name", async () => {
    expect(await runCases(sound, { cube: "text/upper", cases: [] }, [sound], createHost)).toEqual([
      "The cases are those of text/upper, not of test/cube.",
    ])
    expect(await run(sound, example({}), example({}))).toContain("Two cases are called “case”.")
  })

  test.each<[string, () => unknown]>([
    ["Math.random", () => Math.random()],
    ["Date.now", () => Date.now()],
    ["new Date()", () => new Date()],
    ["new Date()", () => Date()],
    ["performance.now", () => performance.now()],
    ["fetch", () => fetch("https://a.example")],
    ["setTimeout", () => setTimeout(() => undefined, 0)],
    ["crypto.randomUUID", () => crypto.randomUUID()],
    ["crypto.getRandomValues", () => crypto.getRandomValues(new Uint8Array(1))],
    ["AbortSignal.timeout", () => AbortSignal.timeout(1)],
    ["navigator", () => navigator],
    ["Math.sin", () => Math.sin(1)],
    ["Math.hypot", () => Math.hypot(1, 2)],
    ["String.prototype.localeCompare", () => "a".localeCompare("b")],
    ["String.prototype.normalize", () => "a".normalize()],
    ["Date.prototype.getHours", () => new Date(0).getHours()],
  ])("notices that a cube touches %s, even if it swallows the error, at once or later", async (power, touch) => {
    const swallow = (text: string): string => {
      try {
        touch()
      } catch {}
      return text.toUpperCase()
    }
    for (const touching of [
      cube(swallow),
      cube(async (text) => {
        await undefined
        return swallow(text)
      }),
    ]) {
      const problems = await run(touching, example({}))
      expect(problems).toContain(`case: It touches ${power}, which no cube is given.`)
    }
  })

  test("leaves the powers where they are when told to", async () => {
    const random = cube((text) => (Math.random() < 2 ? text.toUpperCase() : ""))
    expect(await runCases(random, cases(example({})), [random], createHost, { ambient: true })).toEqual([])
  })

  test("computing with a given date is no power", async () => {
    const dated = cube((text) => (new Date(0).getUTCFullYear() === 1970 ? text.toUpperCase() : ""))
    expect(await run(dated, example({}))).toEqual([])
  })
})

test("forbidAmbient gives back exactly what it took", () => {
  const owners = [
    globalThis,
    Math,
    Date,
    Date.prototype,
    String.prototype,
    Array.prototype,
    Object.prototype,
    performance,
  ]
  const seen = (): unknown[] =>
    owners.flatMap((owner) => [
      ...Reflect.ownKeys(owner),
      ...Object.values(Object.getOwnPropertyDescriptors(owner)).flatMap(({ value, get, set }) => [value, get, set]),
    ])
  const before = seen()
  const forbidden = forbidAmbient()
  expect(() => Math.random()).toThrow("Nobody gave Math.random to this cube.")
  expect(() => new Date()).toThrow()
  expect(new Date(5).getTime()).toBe(5)
  forbidden.restore()
  forbidden.restore()
  expect(forbidden.touched).toEqual(["Math.random", "new Date()"])
  const after = seen()
  expect(after.length).toBe(before.length)
  expect(after.every((each, at) => Object.is(each, before[at]))).toBe(true)
})

describe("checkCube", () => {
  const spec = {
    inputs: { text: z.string() },
    outputs: { text: z.string() },
    create: () => ({ process: ({ text }: { text: string }) => ({ text }) }),
  }

  test("finds nothing in a sound cube", async () => {
    expect(await checkCube(upper)).toEqual([])
    expect(await checkCube(sound)).toEqual([])
  })

  test("finds a published manifest that is not the code's", async () => {
    const other = defineCube({ ...head, ...spec, version: "1.0.1" })
    const { toManifest } = await import("cubular")
    expect(await checkCube(sound, toManifest(other))).toEqual(["The published manifest is not that of the code."])
  })

  test("finds a definition that was not made by defineCube", async () => {
    expect(await checkCube({ ...sound, version: "1" })).toEqual(
      expect.arrayContaining([
        'The version "1" is not x.y.z.',
        "The definition can be changed: it does not come from defineCube.",
      ]),
    )
  })

  test("finds a text that is empty in one language, on a port too", async () => {
    const silent = defineCube({
      ...head,
      ...spec,
      inputs: { text: z.string().meta({ title: { en: "Text", ko: " " } }) },
      title: { en: "", ko: "티" },
    })
    expect(await checkCube(silent)).toHaveLength(2)
  })

  test("finds a pure cube that gives nothing", async () => {
    const nothing = defineCube({ ...head, inputs: {}, outputs: {}, create: () => ({ process: () => ({}) }) })
    expect(await checkCube(nothing)).toContain("A pure cube without outputs does nothing.")
  })
})
