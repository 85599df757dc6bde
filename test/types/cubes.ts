import { bytes, defineCube, list, same, stream } from "cubular/contract"
import * as z from "zod"

const title = { en: "…", ko: "…" }
const head = { version: "1.0.0", color: "feature", title } as const

/** Cubes the type tests place. */
export const Day = z.strictObject({ stem: z.number(), branch: z.enum(["ja", "chuk"]), note: z.string().optional() })

export const pillars = defineCube({
  ...head,
  id: "test/pillars",
  inputs: { birth: z.strictObject({ date: z.string(), time: z.string().nullable() }), now: z.string().optional() },
  outputs: { pillars: z.strictObject({ day: Day, hours: z.array(Day) }), score: z.number(), ok: z.boolean() },
  create: () => ({
    process: ({ birth }) => ({
      pillars: { day: { stem: birth.date.length, branch: "ja" }, hours: [] },
      score: 1,
      ok: birth.time !== null,
    }),
  }),
})

export const reading = defineCube({
  ...head,
  id: "test/reading",
  config: z.strictObject({ lang: z.enum(["en", "ko"]), length: z.int().default(3) }),
  inputs: { day: Day, tone: z.enum(["plain", "warm"]).default("plain"), notes: z.array(z.string()).optional() },
  outputs: { text: z.string(), extra: z.string().optional() },
  create: (_, { lang }) => ({ process: ({ day, tone }) => ({ text: `${lang} ${day.stem} ${tone}` }) }),
})

export const sum = defineCube({
  ...head,
  id: "test/sum",
  inputs: { items: list(z.number()), factor: z.number().default(1) },
  outputs: { total: z.number() },
  create: () => ({ process: ({ items, factor }) => ({ total: items.length * factor }) }),
})

export const pass = defineCube({
  ...head,
  id: "test/pass",
  inputs: { value: same("T") },
  outputs: { value: same("T"), all: list(same("T")) },
  create: () => ({ process: ({ value }) => ({ value, all: [value] }) }),
})

export const first = defineCube({
  ...head,
  id: "test/first",
  inputs: { items: list(same("T")), otherwise: same("T").optional() },
  outputs: { item: same("T").optional() },
  create: () => ({ process: ({ items: [item] }) => (item === undefined ? {} : { item }) }),
})

export const show = defineCube({
  ...head,
  id: "test/show",
  inputs: { value: z.json() },
  outputs: { text: z.string() },
  create: () => ({ process: ({ value }) => ({ text: JSON.stringify(value) }) }),
})

export const table = defineCube({
  ...head,
  id: "test/table",
  inputs: { rows: z.record(z.string(), z.json()) },
  outputs: { rows: z.record(z.string(), z.number()) },
  create: () => ({ process: () => ({ rows: {} }) }),
})

export const digest = defineCube({
  ...head,
  id: "test/digest",
  inputs: { data: bytes() },
  outputs: { data: bytes() },
  create: () => ({ process: ({ data }) => ({ data: data.slice() }) }),
})

export const count = defineCube({
  ...head,
  id: "test/count",
  inputs: { to: z.number() },
  outputs: { numbers: stream(z.number()), last: z.number() },
  create: () => ({
    process: ({ to }) => ({
      numbers: (async function* () {
        for (let n = 0; n < to; n++) yield n
      })(),
      last: () => to - 1,
    }),
  }),
})

export const upto = defineCube({
  ...head,
  id: "test/upto",
  inputs: { numbers: stream(z.number()) },
  outputs: { total: z.number() },
  create: () => ({
    async process({ numbers }) {
      let total = 0
      for await (const n of numbers) total += n
      return { total }
    },
  }),
})

export const texts = defineCube({
  ...head,
  id: "test/texts",
  inputs: { texts: stream(z.string()) },
  outputs: { total: z.number() },
  create: () => ({
    async process({ texts }) {
      let total = 0
      for await (const text of texts) total += text.length
      return { total }
    },
  }),
})
