import {
  bytes,
  compositionJsonSchema,
  compositionSchema,
  defineCube,
  float64,
  list,
  portManifest,
  same,
  secret,
  toJsonSchema,
  toManifest,
} from "cubular/contract"
import { describe, expect, test } from "vitest"
import * as z from "zod"

const make = (): ReturnType<typeof defineAll> => defineAll()

function defineAll() {
  return defineCube({
    id: "test/all",
    version: "1.2.3",
    color: "feature",
    title: { en: "All", ko: "모두" },
    summary: { en: "Everything at once", ko: "한꺼번에 모두" },
    config: z.strictObject({ lang: z.enum(["en", "ko"]).default("ko"), key: secret() }),
    inputs: {
      birth: z
        .strictObject({
          date: z.iso.date().meta({ title: { en: "Date", ko: "날짜" } }),
          longitude: z.number().min(-180).max(180).nullable().meta({ unit: "deg" }),
        })
        .meta({ title: { en: "Birth", ko: "출생" }, personal: true }),
      limit: z.int().min(1).max(9).default(3).meta({ unit: "items" }),
      data: bytes().default(new Uint8Array([1, 2, 3])),
      items: list(same("T")),
      note: z.string().regex(/^\w+$/).optional(),
    },
    outputs: {
      numbers: float64(),
      item: same("T").optional(),
      shape: z.discriminatedUnion("is", [
        z.strictObject({ is: z.literal("dot") }),
        z.strictObject({ is: z.literal("line"), at: z.tuple([z.number(), z.number()]) }),
      ]),
      names: z.record(z.string(), z.string()),
    },
    needs: ["http"],
    effect: "write",
    services: { kasi: { origin: "https://apis.data.go.kr", scenarios: ["busy"] } },
    dependencies: { "text/upper": "^1" },
    provides: ["test.all"],
    publishes: { "test.done": z.strictObject({ id: z.string() }) },
    create: () => ({
      process: () => ({ numbers: new Float64Array(), shape: { is: "dot" }, names: {} }),
    }),
  })
}

describe("toManifest", () => {
  test("gives everything but the code, as JSON", () => {
    const manifest = toManifest(make())
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest)
    expect(manifest).toMatchInlineSnapshot(`
      {
        "color": "feature",
        "config": {
          "additionalProperties": false,
          "properties": {
            "key": {
              "additionalProperties": false,
              "properties": {
                "secret": {
                  "pattern": "^[A-Za-z][A-Za-z0-9_-]{0,63}$",
                  "type": "string",
                },
              },
              "required": [
                "secret",
              ],
              "type": "object",
              "x-secret": true,
            },
            "lang": {
              "default": "ko",
              "enum": [
                "en",
                "ko",
              ],
              "type": "string",
            },
          },
          "required": [
            "key",
          ],
          "type": "object",
        },
        "configRequired": true,
        "dependencies": {
          "text/upper": "^1",
        },
        "effect": "write",
        "id": "test/all",
        "inputs": {
          "birth": {
            "personal": true,
            "required": true,
            "schema": {
              "additionalProperties": false,
              "properties": {
                "date": {
                  "format": "date",
                  "pattern": "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$",
                  "title": "Date",
                  "type": "string",
                  "x-title": {
                    "en": "Date",
                    "ko": "날짜",
                  },
                },
                "longitude": {
                  "anyOf": [
                    {
                      "maximum": 180,
                      "minimum": -180,
                      "type": "number",
                    },
                    {
                      "type": "null",
                    },
                  ],
                  "x-unit": "deg",
                },
              },
              "required": [
                "date",
                "longitude",
              ],
              "type": "object",
              "x-personal": true,
            },
            "title": {
              "en": "Birth",
              "ko": "출생",
            },
          },
          "data": {
            "required": false,
            "schema": {
              "default": {
                "$bytes": [
                  "u8",
                  "AQID",
                ],
              },
              "x-bytes": "u8",
            },
          },
          "items": {
            "required": true,
            "schema": {
              "items": {
                "x-same": "T",
              },
              "type": "array",
            },
          },
          "limit": {
            "required": false,
            "schema": {
              "default": 3,
              "maximum": 9,
              "minimum": 1,
              "type": "integer",
              "x-unit": "items",
            },
            "unit": "items",
          },
          "note": {
            "required": false,
            "schema": {
              "pattern": "^\\w+$",
              "type": "string",
            },
          },
        },
        "needs": [
          "http",
        ],
        "outputs": {
          "item": {
            "required": false,
            "schema": {
              "x-same": "T",
            },
          },
          "names": {
            "required": true,
            "schema": {
              "additionalProperties": {
                "type": "string",
              },
              "type": "object",
            },
          },
          "numbers": {
            "required": true,
            "schema": {
              "x-bytes": "f64",
            },
          },
          "shape": {
            "required": true,
            "schema": {
              "oneOf": [
                {
                  "additionalProperties": false,
                  "properties": {
                    "is": {
                      "const": "dot",
                      "type": "string",
                    },
                  },
                  "required": [
                    "is",
                  ],
                  "type": "object",
                },
                {
                  "additionalProperties": false,
                  "properties": {
                    "at": {
                      "items": false,
                      "maxItems": 2,
                      "minItems": 2,
                      "prefixItems": [
                        {
                          "type": "number",
                        },
                        {
                          "type": "number",
                        },
                      ],
                      "type": "array",
                    },
                    "is": {
                      "const": "line",
                      "type": "string",
                    },
                  },
                  "required": [
                    "is",
                    "at",
                  ],
                  "type": "object",
                },
              ],
            },
          },
        },
        "provides": [
          "test.all",
        ],
        "publishes": {
          "test.done": {
            "additionalProperties": false,
            "properties": {
              "id": {
                "type": "string",
              },
            },
            "required": [
              "id",
            ],
            "type": "object",
          },
        },
        "services": {
          "kasi": {
            "origin": "https://apis.data.go.kr",
            "scenarios": [
              "busy",
            ],
          },
        },
        "summary": {
          "en": "Everything at once",
          "ko": "한꺼번에 모두",
        },
        "title": {
          "en": "All",
          "ko": "모두",
        },
        "version": "1.2.3",
      }
    `)
  })

  test("gives the same text for the same definition, and the same object for the same cube", () => {
    const cube = make()
    expect(toManifest(cube)).toBe(toManifest(cube))
    expect(JSON.stringify(toManifest(make()))).toBe(JSON.stringify(toManifest(cube)))
  })

  test("is frozen all the way down and freezes nothing of the definition", () => {
    const services = { kasi: { origin: "https://apis.data.go.kr" } }
    const cube = defineCube({
      id: "test/services",
      version: "1.0.0",
      color: "network",
      title: { en: "Services", ko: "서비스" },
      inputs: { a: z.array(z.string()) },
      outputs: {},
      services,
      create: () => ({ process: () => ({}) }),
    })
    const manifest = toManifest(cube)
    expect(Object.isFrozen(manifest.inputs.a?.schema.items)).toBe(true)
    expect(Object.isFrozen(services.kasi)).toBe(false)
  })

  test("says of dependencies that follow from config that they do", () => {
    const cube = defineCube({
      id: "test/depends",
      version: "1.0.0",
      color: "feature",
      title: { en: "Depends", ko: "의존" },
      config: z.strictObject({ cube: z.string() }).optional(),
      inputs: {},
      outputs: {},
      dependencies: (config) => ({ [config?.cube ?? "text/upper"]: "*" }),
      create: () => ({ process: () => ({}) }),
    })
    expect(toManifest(cube)).toMatchObject({ dependencies: "config", configRequired: false })
  })
})

describe("the schema of a port", () => {
  const schema = (type: z.ZodType): unknown => portManifest(type, "input").schema

  test.each([
    ["text lengths", z.string().min(1).max(3), { type: "string", minLength: 1, maxLength: 3 }],
    ["a pattern", z.string().regex(/^a$/), { type: "string", pattern: "^a$" }],
    [
      "whole numbers with their range",
      z.int(),
      { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
    ],
    ["open ranges", z.number().gt(0).lt(1), { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }],
    ["an enum", z.enum(["a", "b"]), { type: "string", enum: ["a", "b"] }],
    ["a constant", z.literal("a"), { type: "string", const: "a" }],
    ["null", z.string().nullable(), { type: ["string", "null"] }],
    [
      "a union",
      z.union([z.string().min(1), z.number()]),
      { anyOf: [{ type: "string", minLength: 1 }, { type: "number" }] },
    ],
    ["an open object", z.looseObject({}), { type: "object", properties: {}, additionalProperties: {} }],
    ["a record", z.record(z.string(), z.number()), { type: "object", additionalProperties: { type: "number" } }],
    ["anything", z.unknown(), {}],
    ["a type variable", same("T"), { "x-same": "T" }],
    ["bytes", bytes(), { "x-bytes": "u8" }],
    [
      "a default of bytes",
      bytes().default(new Uint8Array([255])),
      { "x-bytes": "u8", default: { $bytes: ["u8", "/w=="] } },
    ],
    [
      "a default with a $",
      z.looseObject({}).default({ $a: 1 }),
      { type: "object", properties: {}, additionalProperties: {}, default: { $$a: 1 } },
    ],
    ["a refinement", z.string().refine((text) => text !== ""), { type: "string", "x-opaque": true }],
    ["a pattern with a flag, left out", z.string().regex(/^a$/i), { type: "string", "x-opaque": true }],
    ["a URL of some hosts only", z.url({ hostname: /^a$/ }), { type: "string", format: "uri", "x-opaque": true }],
    ["a unit", z.number().meta({ unit: "ms" }), { type: "number", "x-unit": "ms" }],
  ])("says %s", (_, type, expected) => {
    expect(schema(type)).toEqual(expected)
  })

  test("has a recursive type refer to itself", () => {
    const Tree: z.ZodType = z.strictObject({
      get children() {
        return z.array(Tree)
      },
    })
    expect(schema(z.array(Tree))).toEqual({
      type: "array",
      items: { $ref: "#/$defs/__schema0" },
      $defs: {
        __schema0: {
          type: "object",
          properties: { children: { type: "array", items: { $ref: "#/$defs/__schema0" } } },
          required: ["children"],
          additionalProperties: false,
        },
      },
    })
  })

  test("is marked where a refinement stands inside", () => {
    const type = z.strictObject({ a: z.array(z.string().refine(() => true)) })
    expect(schema(type)).toMatchObject({ properties: { a: { items: { "x-opaque": true } } } })
  })

  test("says whether the port is required, and what it is called", () => {
    expect(portManifest(z.string().optional(), "input").required).toBe(false)
    expect(portManifest(z.string().default("a"), "input").required).toBe(false)
    expect(portManifest(z.unknown(), "input").required).toBe(true)
    expect(portManifest(z.string().optional(), "output").required).toBe(false)
    expect(portManifest(z.string().meta({ title: "Plain" }), "output").title).toEqual({ en: "Plain", ko: "Plain" })
  })
})

describe("the JSON Schema of format 1", () => {
  test("is a document of its own with a name", () => {
    const schema = compositionJsonSchema()
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:cubular:composition:1",
      type: "object",
      required: ["format", "id", "version", "cubes", "outputs"],
      additionalProperties: false,
    })
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })

  test("describes what the zod schema of documents accepts", () => {
    const document = { format: 1, id: "a", version: "1.0.0", cubes: { a: { use: "text/upper@^1" } }, outputs: {} }
    expect(compositionSchema().safeParse(document).success).toBe(true)
    expect(compositionSchema().safeParse({ ...document, more: 1 }).success).toBe(false)
    expect(toJsonSchema(compositionSchema(), "input")).toMatchObject({
      properties: { format: { const: 1 }, mode: { enum: ["run", "saga"] } },
    })
  })
})
