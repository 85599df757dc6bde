import { createRegistry, validate } from "cubular"
import { isCubeError } from "cubular/contract"
import { describe, expect, test } from "vitest"
import { cubes, documentOf, errors, upper, upper2, upper12 } from "./cubes.ts"

const codeOf = (work: () => unknown): unknown => {
  try {
    work()
    return "ok"
  } catch (error) {
    return isCubeError(error) ? error.code : error
  }
}

describe("createRegistry", () => {
  test("holds cubes of several versions and documents", () => {
    const document = documentOf({})
    const registry = createRegistry([upper, upper2, document as never])
    expect(registry.manifests().map((manifest) => `${manifest.id}@${manifest.version}`)).toEqual([
      "text/upper@1.0.0",
      "text/upper@2.1.0",
    ])
    expect(registry.documents()).toEqual([document])
    expect(registry.load("text/upper", "2.1.0")).toBe(upper2)
  })

  test("takes typed literals with the cubes they place", () => {
    const document = documentOf({ a: { use: "text/upper", in: { text: "@t" } } })
    const literal = { toJSON: () => document as never, registry: [upper] }
    const registry = createRegistry([literal])
    expect(registry.manifests()).toHaveLength(1)
    expect(registry.documents()).toEqual([document])
  })

  test("nothing is an empty one, and what cannot be listed is refused", () => {
    expect(createRegistry(null as never).manifests()).toEqual([])
    expect(codeOf(() => createRegistry(5 as never))).toBe("registry_entry_invalid")
  })

  test("the same cube twice is one, another with the same id and version is refused", () => {
    expect(createRegistry([upper, upper]).manifests()).toHaveLength(1)
    expect(codeOf(() => createRegistry([upper, { ...upper }]))).toBe("registry_entry_duplicate")
    expect(codeOf(() => createRegistry([documentOf({}), documentOf({})] as never))).toBe("registry_entry_duplicate")
  })

  test.each([[null], [1], [{}], [{ id: "a/b" }], ["text/upper"], [{ id: "a/b", version: "1.0.0" }]])(
    "%j is refused",
    (entry) => {
      expect(codeOf(() => createRegistry([entry as never]))).toBe("registry_entry_invalid")
    },
  )

  test("a cube that is not held cannot be loaded", () => {
    expect(codeOf(() => createRegistry([upper]).load("text/upper", "9.0.0"))).toBe("registry_entry_invalid")
    expect(codeOf(() => createRegistry().load("constructor", "1.0.0"))).toBe("registry_entry_invalid")
  })
})

describe("resolving", () => {
  const placed = (use: string): object =>
    documentOf({ a: { use, in: { text: { value: "x" } } } }, { outputs: { t: "a.text" } })

  test("the newest version in the range is taken", async () => {
    const registry = createRegistry([upper, upper2, upper12])
    for (const use of ["text/upper", "text/upper@^1", "text/upper@1.0.0", "text/upper@~2.1.0"])
      expect(await validate(placed(use), registry)).toEqual([])
  })

  test("a range nothing fits names the versions held", async () => {
    const [issue] = await validate(placed("text/upper@^3"), [upper, upper2])
    expect(issue).toMatchObject({ code: "version_not_held", params: { held: ["1.0.0", "2.1.0"], range: "^3" } })
  })

  test("an unknown cube comes with names that look like it", async () => {
    const [issue] = await validate(placed("text/uper"), cubes)
    expect(issue).toMatchObject({ code: "unknown_cube", params: { similar: ["text/upper"] } })
  })

  test("a registry that loads lazily is asked only for what is used", async () => {
    const inner = createRegistry(cubes)
    const asked: string[] = []
    const lazy = {
      manifests: () => inner.manifests(),
      documents: () => inner.documents(),
      load: async (id: string, version: string) => {
        asked.push(id)
        return inner.load(id, version)
      },
    }
    expect(await validate(placed("text/upper"), lazy)).toEqual([])
    expect(asked).toEqual(["text/upper"])
  })

  test.each([
    [
      "throws",
      () => {
        throw new Error("disk")
      },
    ],
    ["rejects", () => Promise.reject(new Error("net"))],
    ["gives nothing", () => undefined],
    ["gives another version", () => upper2],
  ])("a registry whose load %s is an issue at the cube", async (_, load) => {
    const inner = createRegistry(cubes)
    const broken = { manifests: () => inner.manifests(), documents: () => [], load }
    expect(errors(await validate(placed("text/upper"), broken))).toEqual(["cube_load_failed cubes/a/use"])
  })

  test.each([
    [5],
    ["text"],
    [{}],
    [[1]],
    [
      {
        manifests: () => {
          throw new Error("x")
        },
        documents: () => [],
      },
    ],
  ])("%j as a registry is an issue", async (registry) => {
    expect(errors(await validate(documentOf({}), registry))[0]).toMatch(/^registry_unreadable/)
  })
})
