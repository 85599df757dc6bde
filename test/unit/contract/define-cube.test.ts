import { type AnyCube, bytes, CubeError, defineCube, list, same, secret, stream } from "cubular/contract"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const spec = {
  id: "test/cube",
  version: "1.0.0",
  color: "feature",
  title: { en: "Cube", ko: "큐브" },
  inputs: {},
  outputs: {},
  create: () => ({ process: () => ({}) }),
}

/** What a definition is refused with, as code and path; the types are left out on purpose. */
function refusal(changes: object): [string, ...(string | number)[]] | "accepted" {
  try {
    defineCube({ ...spec, ...changes } as never)
    return "accepted"
  } catch (error) {
    if (!(error instanceof CubeError)) throw error
    return [error.code, ...error.path]
  }
}

describe("defineCube", () => {
  test("fills in what was left out", () => {
    const cube: AnyCube = defineCube({
      id: "test/small",
      version: "0.1.0",
      color: "data",
      title: { en: "Small", ko: "작은 큐브" },
      inputs: { text: z.string() },
      outputs: { text: z.string() },
      create: () => ({ process: ({ text }) => ({ text }) }),
    })
    expect(cube).toMatchObject({
      config: undefined,
      summary: undefined,
      needs: [],
      services: {},
      dependencies: {},
      provides: [],
      publishes: {},
      effect: "pure",
    })
    expect(Object.isFrozen(cube)).toBe(true)
  })

  test("keeps what was given", () => {
    const dependencies = ({ cube }: { cube: string }): Record<string, string> => ({ [cube]: "^1" })
    const given = {
      ...spec,
      summary: { en: "s", ko: "ㅅ" },
      config: z.strictObject({ cube: z.string() }),
      needs: ["clock", "wasm:saju"],
      services: { kasi: { origin: "https://apis.data.go.kr" } },
      dependencies,
      provides: ["test.cube"],
      publishes: { "test.done": z.strictObject({ id: z.string() }) },
      effect: "write",
    }
    expect(defineCube(given as never)).toMatchObject(given)
  })

  test.each([
    [{ id: "upper" }, "cube_id_malformed", "id"],
    [{ id: "Text/upper" }, "cube_id_malformed", "id"],
    [{ id: 3 }, "cube_id_malformed", "id"],
    [{ version: "1.0" }, "cube_version_malformed", "version"],
    [{ version: "1.0.0-beta" }, "cube_version_malformed", "version"],
    [{ color: "pink" }, "cube_field_malformed", "color"],
    [{ title: { en: "Only English" } }, "cube_field_malformed", "title"],
    [{ summary: "text" }, "cube_field_malformed", "summary"],
    [{ create: undefined }, "cube_field_malformed", "create"],
    [{ inputs: null }, "cube_field_malformed", "inputs"],
    [{ outputs: undefined }, "cube_field_malformed", "outputs"],
    [{ effect: "maybe" }, "cube_field_malformed", "effect"],
    [{ needs: "clock", effect: "pure" }, "cube_field_malformed", "needs"],
    [{ needs: ["clok"], effect: "pure" }, "need_unknown", "needs", 0],
    [{ needs: ["http", "wasm:"], effect: "read" }, "need_unknown", "needs", 1],
    [{ inputs: { Text: z.string() } }, "port_name_malformed", "inputs", "Text"],
    [{ outputs: { "a.b": z.string() } }, "port_name_malformed", "outputs", "a.b"],
  ])("refuses %o with %s", (changes, ...expected) => {
    expect(refusal(changes)).toEqual(expected)
  })

  test("refuses what is no definition at all", () => {
    expect(() => defineCube(undefined as never)).toThrow(CubeError)
    expect(() => defineCube("text/upper" as never)).toThrow(CubeError)
  })

  test("wants the effect of a cube that uses a power said", () => {
    expect(refusal({ needs: ["clock"] })).toEqual(["effect_missing", "effect"])
    expect(refusal({ needs: ["clock"], effect: "pure" })).toBe("accepted")
    expect(refusal({ needs: ["wasm:saju"] })).toBe("accepted")
  })
})

describe("port schemas", () => {
  const recursive: z.ZodType = z.strictObject({
    name: z.string(),
    get children() {
      return z.array(recursive)
    },
  })

  test.each([
    ["texts with patterns and formats", z.string().min(1).regex(/^a/), z.email(), z.iso.date(), z.uuid()],
    ["numbers", z.number().min(0), z.int(), z.float32(), z.number().multipleOf(5)],
    ["enums and literals", z.enum(["a", "b"]), z.literal([1, "a", null, true]), z.null(), z.boolean()],
    ["containers", z.strictObject({ a: z.string().optional() }), z.looseObject({}), z.array(z.tuple([z.string()]))],
    ["records and unions", z.record(z.string(), z.number()), z.union([z.string(), z.number()]), z.json()],
    ["intersections", z.intersection(z.looseObject({ a: z.string() }), z.looseObject({ b: z.string() }))],
    ["refinements", z.string().refine((text) => text !== "a"), z.array(z.string()).superRefine(() => {})],
    ["wrappers", z.string().nullable(), z.string().readonly(), z.string().nullish(), z.unknown(), z.any(), z.never()],
    [
      "a default at the top",
      z.string().default("a"),
      z.array(z.number()).default([]),
      bytes().default(new Uint8Array()),
    ],
    ["helpers", bytes(), same("T"), list(same("T")), bytes().optional().meta({ personal: true })],
    ["recursion", recursive, z.lazy(() => recursive), z.templateLiteral(["a", z.number()])],
  ])("may use %s", (_, ...schemas) => {
    for (const schema of schemas as z.ZodType[]) expect(refusal({ inputs: { port: schema } })).toBe("accepted")
  })

  test.each([
    ["transform", z.string().transform((text) => text.length), "schema_changes_values"],
    ["coerce (texts)", z.coerce.string(), "schema_changes_values"],
    ["coerce (numbers)", z.coerce.number(), "schema_changes_values"],
    ["coerce (booleans)", z.coerce.boolean(), "schema_changes_values"],
    ["preprocess", z.preprocess((x) => x, z.string()), "schema_changes_values"],
    ["pipe", z.string().pipe(z.string()), "schema_changes_values"],
    ["codec", z.codec(z.string(), z.number(), { decode: Number, encode: String }), "schema_changes_values"],
    ["stringbool", z.stringbool(), "schema_changes_values"],
    ["trim", z.string().trim(), "schema_changes_values"],
    ["toLowerCase", z.string().toLowerCase(), "schema_changes_values"],
    ["normalize", z.string().normalize(), "schema_changes_values"],
    ["overwrite", z.number().overwrite((n) => n + 1), "schema_changes_values"],
    ["a normalizing URL", z.url({ normalize: true }), "schema_changes_values"],
    ["catch", z.string().catch("a"), "schema_changes_values"],
    ["prefault", z.string().prefault("a"), "schema_changes_values"],
    ["readonly bytes, which cannot be frozen", bytes().readonly(), "schema_changes_values"],
    ["z.object", z.object({ a: z.string() }), "schema_strips_keys"],
    ["custom", z.custom<string>((x) => typeof x === "string"), "schema_custom"],
    ["instanceof", z.instanceof(Uint8Array), "schema_custom"],
    ["date", z.date(), "schema_not_a_value"],
    ["bigint", z.bigint(), "schema_not_a_value"],
    ["a bigint literal", z.literal(1n), "schema_not_a_value"],
    ["an undefined literal", z.literal(["a", undefined]), "schema_not_a_value"],
    ["map", z.map(z.string(), z.string()), "schema_not_a_value"],
    ["set", z.set(z.string()), "schema_not_a_value"],
    ["symbol", z.symbol(), "schema_not_a_value"],
    ["undefined", z.undefined(), "schema_not_a_value"],
    ["void", z.void(), "schema_not_a_value"],
    ["nan", z.nan(), "schema_not_a_value"],
    ["promise", z.promise(z.string()), "schema_not_a_value"],
    ["file", z.file(), "schema_not_a_value"],
    ["a Unicode property", z.string().regex(/^\p{Script=Hangul}+$/u), "schema_not_portable"],
    ["emoji", z.emoji(), "schema_not_portable"],
    ["a stream that may be absent", stream(z.string()).optional(), "stream_misplaced"],
    ["a secret", secret(), "secret_misplaced"],
    ["something that is no schema", "string", "cube_field_malformed"],
    ["a default its schema refuses", z.string().min(3).default("a"), "schema_default_refused"],
    ["a default that is no value", z.unknown().default(new Map()), "schema_default_refused"],
  ])("may not use %s", (_, schema, code) => {
    expect(refusal({ inputs: { port: schema } })).toEqual([code, "inputs", "port"])
    if (schema !== "string" && code !== "schema_default_refused")
      expect(refusal({ outputs: { port: schema } })).toEqual([code, "outputs", "port"])
  })

  const bad = z.string().trim()
  test.each([
    ["a member", z.strictObject({ a: bad }), "properties", "a"],
    ["an item", z.array(bad), "items"],
    ["a tuple's item", z.tuple([z.string(), bad]), "prefixItems", 1],
    ["a tuple's rest", z.tuple([z.string()]).rest(bad), "items"],
    ["a record's value", z.record(z.string(), bad), "additionalProperties"],
    ["a record's key", z.record(bad, z.string()), "propertyNames"],
    ["a catch-all", z.strictObject({}).catchall(bad), "additionalProperties"],
    ["a union", z.union([z.number(), bad]), "anyOf", 1],
    ["an intersection", z.intersection(z.string(), bad), "allOf", 1],
    ["wrappers", z.strictObject({ a: bad.nullable().optional().readonly() }), "properties", "a"],
    ["a lazy schema", z.array(z.lazy(() => z.strictObject({ b: bad }))), "items", "properties", "b"],
  ])("are refused with the place of the part: in %s", (_, schema, ...path) => {
    expect(refusal({ outputs: { port: schema } })).toEqual(["schema_changes_values", "outputs", "port", ...path])
  })

  test("may have a default only at the top of an input, and anywhere in config", () => {
    const inside = z.strictObject({ a: z.string().default("x") })
    expect(refusal({ inputs: { port: inside } })).toEqual([
      "schema_default_misplaced",
      "inputs",
      "port",
      "properties",
      "a",
    ])
    expect(refusal({ inputs: { port: z.string().default("x").optional() } })).toEqual([
      "schema_default_misplaced",
      "inputs",
      "port",
    ])
    expect(refusal({ outputs: { port: z.string().default("x") } })).toEqual([
      "schema_default_misplaced",
      "outputs",
      "port",
    ])
    expect(refusal({ config: inside })).toBe("accepted")
    expect(refusal({ config: z.strictObject({ key: secret(), keys: z.array(secret()) }) })).toBe("accepted")
  })

  test("have notes that are JSON, and ids of their own", () => {
    const noted = z.string().meta({ examples: [1n] })
    expect(refusal({ inputs: { port: noted } })).toEqual(["cube_field_malformed", "inputs", "port"])
    const twice = z.tuple([z.string().meta({ id: "A" }), z.number().meta({ id: "A" })])
    expect(refusal({ inputs: { port: twice } })).toEqual(["cube_field_malformed", "inputs", "port", "prefixItems", 1])
    const shared = z.string().meta({ id: "A" })
    expect(refusal({ inputs: { port: z.tuple([shared, shared]), other: shared } })).toBe("accepted")
  })

  test("of config and messages are looked at too", () => {
    expect(refusal({ config: z.strictObject({ a: z.date() }) })).toEqual([
      "schema_not_a_value",
      "config",
      "properties",
      "a",
    ])
    expect(refusal({ publishes: { done: z.object({}) } })).toEqual(["schema_strips_keys", "publishes", "done"])
  })
})

describe("typed array ports", () => {
  test("take their own kind only, of any realm", () => {
    expect(bytes().safeParse(new Uint8Array(2)).success).toBe(true)
    expect(bytes().safeParse(new Float64Array(2)).success).toBe(false)
    expect(bytes().safeParse([1, 2]).success).toBe(false)
    expect(bytes().safeParse(new DataView(new ArrayBuffer(1))).success).toBe(false)
  })

  test("refuse a Buffer, whose methods differ from a Uint8Array's", () => {
    expect(bytes().safeParse(Buffer.from("a")).success).toBe(false)
  })
})
