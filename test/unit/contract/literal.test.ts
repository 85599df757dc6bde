import { bytes, composition, compositionSchema, defineCube } from "cubular/contract"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { first, pass, pillars, reading, show, sum } from "../../types/cubes.ts"

const Birth = z.strictObject({ date: z.string(), time: z.string().nullable() })

const inner = composition({
  id: "inner",
  version: "2.1.0",
  inputs: { items: z.array(z.number()) },
  cubes: { s: { use: sum, in: { items: "@items" } } },
  outputs: { total: "s.total" },
})

const outer = composition({
  outputs: { text: "r.text", total: "i.total" },
  cubes: {
    p: { use: pillars, in: { birth: "@birth" } },
    r: {
      policy: { retry: { attempts: 3 } },
      after: ["i"],
      when: "p.ok",
      in: { tone: { value: "warm" }, day: "p.pillars#/day", notes: ["@note"] },
      config: { lang: "ko" },
      use: reading,
    },
    i: { use: inner, in: { items: ["p.score"] } },
    again: { use: inner, in: { items: { value: [1] } } },
  },
  inputs: {
    birth: Birth,
    note: z
      .string()
      .min(2)
      .meta({ title: { en: "Note", ko: "메모" } }),
  },
  title: { en: "Outer", ko: "바깥" },
  version: "1.0.0",
  id: "outer",
  emit: { "test.done": "r.text" },
})

describe("toJSON of a typed literal", () => {
  test("is the document, members in the order of the format", () => {
    expect(JSON.stringify(outer, null, 1)).toBe(
      JSON.stringify(
        {
          format: 1,
          id: "outer",
          version: "1.0.0",
          title: { en: "Outer", ko: "바깥" },
          inputs: {
            birth: { $ref: "cube:test/pillars#/inputs/birth" },
            note: { type: "string", minLength: 2, title: "Note", "x-title": { en: "Note", ko: "메모" } },
          },
          cubes: {
            p: { use: "test/pillars@^1.0.0", in: { birth: "@birth" } },
            r: {
              use: "test/reading@^1.0.0",
              config: { lang: "ko" },
              in: { tone: { value: "warm" }, day: "p.pillars#/day", notes: ["@note"] },
              when: "p.ok",
              after: ["i"],
              policy: { retry: { attempts: 3 } },
            },
            i: { use: "composition:inner@^2.1.0", in: { items: ["p.score"] } },
            again: { use: "composition:inner@^2.1.0", in: { items: { value: [1] } } },
          },
          outputs: { text: "r.text", total: "i.total" },
          emit: { "test.done": "r.text" },
        },
        null,
        1,
      ),
    )
  })

  test("passes the schema of format 1", () => {
    expect(compositionSchema().safeParse(JSON.parse(JSON.stringify(outer))).error).toBeUndefined()
    expect(compositionSchema().safeParse(JSON.parse(JSON.stringify(inner))).error).toBeUndefined()
  })

  test("is made once and frozen", () => {
    expect(outer.toJSON()).toBe(outer.toJSON())
    expect(Object.isFrozen(outer.toJSON().cubes.r?.in)).toBe(true)
  })

  test("leaves out inputs, config and wires that were not given", () => {
    const bare = composition({
      id: "bare",
      version: "1.0.0",
      cubes: { p: { use: first, in: { items: { value: [] } } } },
      outputs: {},
    })
    expect(bare.toJSON()).toEqual({
      format: 1,
      id: "bare",
      version: "1.0.0",
      cubes: { p: { use: "test/first@^1.0.0", in: { items: { value: [] } } } },
      outputs: {},
    })
  })

  test("writes constants in the JSON form of values", () => {
    const digest = defineCube({
      id: "test/bytes",
      version: "1.0.0",
      color: "data",
      title: { en: "Bytes", ko: "바이트" },
      inputs: { data: bytes(), open: z.looseObject({}) },
      outputs: {},
      create: () => ({ process: () => ({}) }),
    })
    const constant = composition({
      id: "constant",
      version: "1.0.0",
      cubes: { d: { use: digest, in: { data: { value: new Uint8Array([1, 2]) }, open: { value: { $a: 1 } } } } },
      outputs: {},
    })
    expect(constant.toJSON().cubes.d?.in).toEqual({
      data: { value: { $bytes: ["u8", "AQI="] } },
      open: { value: { $$a: 1 } },
    })
  })
})

describe("registry of a typed literal", () => {
  test("holds each cube once, and what compositions inside place, with their documents", () => {
    expect(outer.registry).toEqual([pillars, reading, sum, inner.toJSON()])
    expect(outer.registry[3]).toBe(inner.toJSON())
  })

  test("holds cubes themselves, not copies", () => {
    const shown = composition({
      id: "shown",
      version: "1.0.0",
      inputs: { name: z.string() },
      cubes: { a: { use: pass, in: { value: "@name" } }, b: { use: show, in: { value: "a.value" } } },
      outputs: { text: "b.text" },
    })
    expect(shown.registry[0]).toBe(pass)
    expect(shown.registry[1]).toBe(show)
  })
})
