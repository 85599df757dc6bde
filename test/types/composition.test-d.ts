import { composition, type TypedComposition } from "cubular/contract"
import { describe, expectTypeOf, test } from "vitest"
import * as z from "zod"
import { digest, first, pass, pillars, reading, show, sum, table } from "./cubes.ts"

const Birth = z.strictObject({ date: z.string(), time: z.string().nullable() })

const fortune = composition({
  id: "fortune",
  version: "1.0.0",
  inputs: { birth: Birth, tone: z.enum(["plain", "warm"]), factor: z.number().optional() },
  cubes: {
    p: { use: pillars, in: { birth: "@birth", now: "@birth#/date" } },
    r: {
      use: reading,
      config: { lang: "ko" },
      in: { day: "p.pillars#/day", tone: "@tone", notes: ["r2.text", "p.pillars#/day/branch", "@birth#/date"] },
      when: "p.ok",
      after: ["s"],
    },
    r2: { use: reading, config: { lang: "en", length: 5 }, in: { day: "p.pillars#/hours/0" } },
    s: { use: sum, in: { items: ["p.score", "p.pillars#/day/stem"], factor: { value: 3 } } },
    s2: { use: sum, in: { items: { value: [1, 2] }, factor: "@factor" } },
    j: { use: show, in: { value: "p.pillars" } },
    j2: { use: show, in: { value: { value: { a: [1, null] } } } },
    t: { use: table, in: { rows: "p.pillars#/day" } },
    d: { use: digest, in: { data: "d2.data" } },
    d2: { use: digest, in: { data: { value: new Uint8Array([1]) } } },
  },
  outputs: { text: "r.text", total: "s.total", day: "p.pillars#/day", extra: "r.extra", all: "t.rows" },
})

describe("a typed composition", () => {
  test("carries the types of its inputs and outputs", () => {
    type Types = NonNullable<(typeof fortune)["~types"]>
    expectTypeOf<Types["in"]>().toEqualTypeOf<{
      birth: { date: string; time: string | null }
      tone: "plain" | "warm"
      factor?: number | undefined
    }>()
    expectTypeOf<Types["out"]>().toEqualTypeOf<{
      text: string
      total: number
      day: { stem: number; branch: "ja" | "chuk"; note?: string | undefined }
      extra: string
      all: Record<string, number>
    }>()
  })

  test("can be placed like a cube", () => {
    const outer = composition({
      id: "outer",
      version: "1.0.0",
      inputs: { birth: Birth },
      cubes: {
        f: { use: fortune, in: { birth: "@birth", tone: { value: "warm" } } },
        s: { use: sum, in: { items: ["f.total", "f.day#/stem"] } },
      },
      outputs: { total: "s.total" },
    })
    expectTypeOf(outer).toEqualTypeOf<
      TypedComposition<{ birth: { date: string; time: string | null } }, { total: number }>
    >()
  })

  test("binds type variables through generic cubes", () => {
    const generic = composition({
      id: "generic",
      version: "1.0.0",
      inputs: { names: z.array(z.string()), name: z.string() },
      cubes: {
        a: { use: pass, in: { value: "@name" } },
        b: { use: pass, in: { value: "a.value" } },
        c: { use: first, in: { items: "b.all" } },
        d: { use: first, in: { items: ["a.value", "c.item"], otherwise: { value: 7 } } },
        e: { use: first, in: { items: "@names" } },
      },
      outputs: { b: "b.value", c: "c.item", d: "d.item", e: "e.item" },
    })
    type Out = NonNullable<(typeof generic)["~types"]>["out"]
    expectTypeOf<Out>().toEqualTypeOf<{ b: string; c: string; d: string | 7; e: string }>()
  })

  test("needs no inputs", () => {
    const constant = composition({
      id: "constant",
      version: "1.0.0",
      cubes: { s: { use: sum, in: { items: { value: [] } } } },
      outputs: { total: "s.total" },
    })
    // biome-ignore lint/complexity/noBannedTypes: no inputs
    expectTypeOf(constant).toEqualTypeOf<TypedComposition<{}, { total: number }>>()
  })
})
