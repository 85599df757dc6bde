import { type AnyCube, type CubeCases, type CubeManifest, toManifest } from "cubular"
import { checkCube, forbidAmbient, runCases } from "cubular/conformance"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { backupKey, sealed } from "cubular/stores/backup"
import { createStores } from "cubular/stores/memory"
import { describe, expect, test } from "vitest"
import { wasm } from "#test-host"

/** Every `*.cases.ts` beside a cube; loaded before any power is taken away. */
const shown = Object.values(
  import.meta.glob<CubeCases>("../../cubes/**/*.cases.ts", { eager: true, import: "default" }),
)
const manifests = catalog.manifests()
const cubes: readonly AnyCube[] = await Promise.all(manifests.map(({ id, version }) => catalog.load(id, version)))
const key = await backupKey(new Uint8Array(32))
const createCaseHost: typeof createHost = (options) =>
  createHost({
    ...options,
    wasm: { saju: wasm.saju, "saju-scalar": wasm.sajuScalar },
    stores: (clock) => sealed(createStores({ clock }), { disk: key, usb: key, away: key }),
  })

test("every shipped cube has worked examples, and every example a shipped cube", () => {
  expect(shown.map(({ cube }) => cube).sort()).toEqual(cubes.map(({ id }) => id).sort())
})

test("this runtime lets its powers be taken away while cases run, and gives them back", () => {
  const reach: readonly (() => unknown)[] = [
    () => fetch("https://a.example"),
    () => setTimeout(() => undefined, 0),
    () => Date.now(),
    () => new Date(),
    () => performance.now(),
    () => Math.random(),
    () => Math.sin(1),
    () => crypto.randomUUID(),
    () => crypto.getRandomValues(new Uint8Array(1)),
    () => "a".localeCompare("b"),
  ]
  const before = [fetch, setTimeout, Date, Math.random, Math.sin]
  const forbidden = forbidAmbient()
  const thrown = reach.map((power) => {
    try {
      power()
      return "nothing"
    } catch (error) {
      return String(error)
    }
  })
  forbidden.restore()
  for (const message of thrown) expect(message).toMatch(/^Error: Nobody gave .+ to this cube\.$/)
  expect(forbidden.touched).toHaveLength(reach.length)
  expect([fetch, setTimeout, Date, Math.random, Math.sin]).toEqual(before)
})

describe.each(manifests.map((manifest) => [manifest.id, manifest] as const))("%s", (id, manifest) => {
  const cube = cubes.find((each) => each.id === id) as AnyCube
  const cases = shown.find((each) => each.cube === id) as CubeCases

  test("is what its published manifest says", async () => {
    expect(toManifest(cube)).toEqual(manifest as CubeManifest)
    expect(await checkCube(cube, manifest)).toEqual([])
  })

  test("has an ordinary case, and each case in both languages", () => {
    expect(cases.cases.some((each) => each.error === undefined)).toBe(true)
    for (const { title } of cases.cases) for (const text of [title.en, title.ko]) expect(text.trim()).not.toBe("")
  })

  test.each(cases.cases.map((each) => [each.title.en, each] as const))("%s", async (_, example) => {
    const one = { cube: id, cases: [example] }
    // Node's own decompressor takes setImmediate from where cubes find none.
    const ambient = id === "data/gunzip"
    expect(await runCases(cube, one, cubes, createCaseHost, { check: "wires", ambient })).toEqual([])
    expect(await runCases(cube, one, cubes, createCaseHost, { check: "edges", ambient })).toEqual([])
  })
})
