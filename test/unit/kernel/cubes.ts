import { type AnyCube, defineCube, float64, type Issue, list, same, secret } from "cubular/contract"
import * as z from "zod"

const title = { en: "A cube for tests", ko: "시험용 큐브" }
const base = { version: "1.0.0", color: "feature", title } as const

/** text → text and its length; `times` has a default. */
export const upper: AnyCube = defineCube({
  ...base,
  id: "text/upper",
  inputs: { text: z.string(), times: z.int().min(1).max(9).default(1) },
  outputs: { text: z.string(), length: z.int().min(0), ok: z.boolean() },
  create: () => ({ process: ({ text }) => ({ text: text.toUpperCase(), length: text.length, ok: true }) }),
})

export const upper2: AnyCube = { ...upper, version: "2.1.0" }
export const upper12: AnyCube = { ...upper, version: "1.2.0" }

export const add: AnyCube = defineCube({
  ...base,
  id: "math/add",
  inputs: { a: z.number(), b: z.number().optional() },
  outputs: { sum: z.number() },
  create: () => ({ process: ({ a, b }) => ({ sum: a + (b ?? 0) }) }),
})

export const half: AnyCube = defineCube({
  ...base,
  id: "math/half",
  inputs: { n: z.int() },
  outputs: { n: z.number() },
  create: () => ({ process: ({ n }) => ({ n: n / 2 }) }),
})

/** Generic: the first of a list. */
export const first: AnyCube = defineCube({
  ...base,
  id: "flow/first",
  inputs: { items: list(same("T")) },
  outputs: { item: same("T") },
  create: () => ({ process: ({ items }) => ({ item: items[0] as never }) }),
})

/** Generic: passes a value on. */
export const pass: AnyCube = defineCube({
  ...base,
  id: "flow/pass",
  inputs: { value: same("T") },
  outputs: { value: same("T") },
  create: () => ({ process: ({ value }) => ({ value }) }),
})

export const join: AnyCube = defineCube({
  ...base,
  id: "text/join",
  inputs: { texts: list(z.string()) },
  outputs: { text: z.string() },
  create: () => ({ process: ({ texts }) => ({ text: texts.join("") }) }),
})

export const person: AnyCube = defineCube({
  ...base,
  id: "test/person",
  inputs: {},
  outputs: {
    person: z.strictObject({ name: z.string(), age: z.int().min(0).optional(), tags: z.array(z.string()) }),
    maybe: z.string().optional(),
  },
  create: () => ({ process: () => ({ person: { name: "", tags: [] } }) }),
})

/** Checks more than its schema says. */
export const picky: AnyCube = defineCube({
  ...base,
  id: "test/picky",
  inputs: { text: z.string().refine((text) => text !== "no") },
  outputs: { text: z.string() },
  create: () => ({ process: ({ text }) => ({ text }) }),
})

export const wave: AnyCube = defineCube({
  ...base,
  id: "test/wave",
  inputs: { samples: float64() },
  outputs: { samples: float64() },
  create: () => ({ process: ({ samples }) => ({ samples: samples as Float64Array<ArrayBuffer> }) }),
})

export const setting: AnyCube = defineCube({
  ...base,
  id: "test/setting",
  config: z.strictObject({ lang: z.enum(["ko", "en"]), size: z.int().default(3) }),
  inputs: {},
  outputs: { lang: z.string() },
  create: (_, config) => ({ process: () => ({ lang: config.lang }) }),
})

export const call: AnyCube = defineCube({
  ...base,
  id: "net/call",
  effect: "read",
  needs: ["http", "secrets", "clock"],
  services: { kasi: { origin: "https://apis.data.go.kr" } },
  config: z.strictObject({ key: secret(), note: z.json().optional() }),
  inputs: {},
  outputs: { status: z.int() },
  create: () => ({ process: () => ({ status: 200 }) }),
})

export const write: AnyCube = defineCube({
  ...base,
  id: "test/write",
  effect: "write",
  inputs: { text: z.string() },
  outputs: { done: z.boolean() },
  create: () => ({ process: () => ({ done: true }) }),
})

export const caller: AnyCube = defineCube({
  ...base,
  id: "test/caller",
  dependencies: { "text/upper": "^1" },
  inputs: {},
  outputs: { text: z.string() },
  create: () => ({ process: () => ({ text: "" }) }),
})

export const cubes: readonly AnyCube[] = [
  upper,
  add,
  half,
  first,
  pass,
  join,
  person,
  picky,
  wave,
  setting,
  call,
  write,
]

/** A document of these cubes with everything else filled in. */
export function documentOf(placed: object, rest: object = {}): { [key: string]: unknown } {
  return { format: 1, id: "test", version: "1.0.0", cubes: placed, outputs: {}, ...rest }
}

/** "code path", errors and warnings in the order they were found. */
export function brief(issues: readonly Issue[]): string[] {
  return issues.map(
    (issue) =>
      `${issue.severity === "warning" ? "(" : ""}${issue.code} ${issue.path.join("/")}${issue.severity === "warning" ? ")" : ""}`,
  )
}

/** The errors only. */
export function errors(issues: readonly Issue[]): string[] {
  return brief(issues.filter((issue) => issue.severity === "error"))
}
