import {
  type AnyCube,
  type Case,
  CubeError,
  defineCube,
  type Json,
  type JsonSchema,
  same,
  toManifest,
  type Value,
} from "cubular"
import { expect } from "vitest"
import * as z from "zod"

/** Recognisable wherever it turns up, and different in JSON, in addresses and in base64. */
export const NAME = 'Canary "Žofia" 성춘향/7731'
export const PLACE = "canary-Town & Söns"
export const BORN = "1987-03-29"
export const HOUSE = 7_731_426.25
export const KEY = "Canary Key 5f3e"

const encoder = new TextEncoder()
const hexOf = (text: string): string =>
  Array.from(encoder.encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("")
const base64Of = (text: string): string => btoa(String.fromCharCode(...encoder.encode(text)))

/** A text in all the ways it may be written; base64 at all three places it may begin in a longer one. */
function formsOf(text: string): readonly string[] {
  const shifted = [0, 1, 2].map((shift) => {
    const whole = base64Of(" ".repeat(shift) + text)
    return whole.slice(shift === 0 ? 0 : 4, whole.length - 4)
  })
  const url = encodeURIComponent(text)
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    url,
    url.toLowerCase(),
    url.replaceAll("%20", "+"),
    hexOf(text),
    ...shifted,
  ]
}

/** Fails when one of the canaries is in there, in whatever form. */
export function expectNone(told: string, canaries: Iterable<string>): void {
  for (const canary of canaries)
    for (const form of formsOf(canary)) {
      const at = form.length < 4 ? -1 : told.indexOf(form)
      if (at >= 0) expect.fail(`${canary} is told as ${form}: …${told.slice(Math.max(0, at - 120), at + 160)}…`)
    }
}

/** How a cube tells what it was given, as none should. */
export const WAYS = [
  "throws",
  "throws_ours",
  "throws_text",
  "logs",
  "answers_wrongly",
  "asks",
  "calls",
  "waits",
  "fine",
] as const

const person = z.strictObject({
  name: z.string(),
  born: z.string(),
  house: z.number(),
  note: z.string().optional(),
})

const ports = {
  how: z.enum(WAYS),
  name: z.string().meta({ personal: true }),
  nested: z.strictObject({ place: z.string().meta({ personal: true }), open: z.string() }),
  people: z.record(z.string(), person).meta({ personal: true }),
  list: z.array(z.union([z.string(), z.null()])).meta({ personal: true }),
  free: z.looseObject({}).meta({ personal: true }).optional(),
}

/** Everything a cube can do wrong with what it knows. */
export const gossip = defineCube({
  id: "probe/gossip",
  version: "1.0.0",
  color: "network",
  effect: "read",
  needs: ["clock"],
  services: { all: { origin: "https://all.example" } },
  dependencies: { "probe/ear": "^1" },
  title: { en: "Gossip", ko: "수다" },
  config: z.strictObject({ token: z.string().meta({ personal: true }) }),
  inputs: ports,
  outputs: { name: z.string().meta({ personal: true }), people: ports.people },
  create: ({ log }, config) => ({
    async process(inputs, step) {
      const { how, name, nested, people, list } = inputs
      const all = [
        name,
        nested.place,
        config.token,
        ...list,
        ...Object.keys(people),
        people[NAME]?.born,
        people[NAME]?.house,
      ]
      const spoken = all.map(String).join("; ")
      if (how === "throws") throw new Error(spoken)
      if (how === "throws_text") throw spoken
      if (how === "throws_ours") throw betrayal(spoken, all)
      if (how === "logs") {
        for (const tell of [log, step.log]) tell("warn", `heard of ${config.token}`, { of: config.token })
        step.log("info", spoken, {
          all,
          [name]: encodeURIComponent(name),
          deep: { hex: hexOf(name), base64: base64Of(name) },
        })
        step.log("info", "an error", { error: new Error(spoken), bytes: encoder.encode(name) })
      }
      if (how === "answers_wrongly")
        return { name, people: { [name]: { ...people[NAME], [nested.place]: 1 } } } as never
      if (how === "asks")
        await step.http.fetch("all", `/${encodeURIComponent(name)}?q=${encodeURIComponent(nested.place)}`)
      if (how === "calls") await step.call("probe/ear", { text: `${name}!` })
      if (how === "waits") await step.clock.sleep(60_000)
      return { name, people }
    },
  }),
})

/** A cube that is called and repeats what it hears. */
export const ear = defineCube({
  id: "probe/ear",
  version: "1.0.0",
  color: "feature",
  effect: "read",
  title: { en: "Ear", ko: "귀" },
  inputs: { text: z.string().meta({ personal: true }) },
  outputs: { text: z.string() },
  create: () => ({
    process({ text }, step): { text: string } {
      step.log("info", text)
      throw betrayal(text, [text])
    },
  }),
})

/** Takes anything, knows of nothing personal, and tells it. */
export const parrot = defineCube({
  id: "probe/parrot",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Parrot", ko: "앵무새" },
  inputs: { value: same("T") },
  outputs: { value: same("T") },
  create: () => ({
    process({ value }, step): never {
      step.log("info", JSON.stringify(value), { value })
      throw betrayal(JSON.stringify(value), [value])
    },
  }),
})

function betrayal(spoken: string, all: readonly unknown[]): CubeError {
  const inner = {
    code: spoken,
    severity: "error",
    path: [spoken],
    params: { spoken },
    message: spoken,
    hint: spoken,
  } as const
  return new CubeError({
    code: "told_all",
    message: `cannot handle ${spoken}`,
    hint: `not ${encodeURIComponent(spoken)}`,
    path: ["inputs", ...all.map(String)],
    params: { all: all as Json, [spoken]: { deep: [spoken, JSON.stringify(spoken)] } },
    issues: [inner],
    cause: new Error(spoken),
  })
}

export const given = {
  name: NAME,
  nested: { place: PLACE, open: "yes" },
  people: { [NAME]: { name: NAME, born: BORN, house: HOUSE } },
  list: [PLACE, null],
}

export const planted: readonly string[] = [NAME, PLACE, BORN, String(HOUSE), KEY]

/** Places of personal texts and numbers in a value, by the schema of a manifest; words of fixed lists are none. */
export function personalPlaces(cube: AnyCube, inputs: Case["inputs"]): readonly (readonly (string | number)[])[] {
  const places: (string | number)[][] = []
  const { inputs: known } = toManifest(cube)
  for (const [port, value] of Object.entries(inputs)) {
    const root = known[port]?.schema
    if (root) visit(root, value as Value, [port], false, root)
  }
  return places

  function visit(schema: JsonSchema, value: Value, path: (string | number)[], around: boolean, root: JsonSchema): void {
    const inside = around || schema["x-personal"] === true
    if (schema.enum !== undefined || schema.const !== undefined) return
    const ref = typeof schema.$ref === "string" ? schema.$ref : undefined
    const target =
      ref === "#"
        ? root
        : (root.$defs as { readonly [name: string]: JsonSchema } | undefined)?.[ref?.split("/").at(-1) ?? ""]
    if (ref && target) return visit(target, value, path, inside, root)
    const branches = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined
    if (branches?.some((branch) => branch.enum !== undefined || branch.const !== undefined)) return
    if (branches)
      return visit(branches.find((branch) => branch.type === kindOf(value)) ?? {}, value, path, inside, root)
    if (typeof value === "string" || typeof value === "number") return void (inside && places.push(path))
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return
    const properties = (schema.properties ?? {}) as { readonly [key: string]: JsonSchema }
    const rest = (schema.items ?? schema.additionalProperties ?? {}) as JsonSchema
    for (const [key, member] of Object.entries(value)) {
      const at = Array.isArray(value) ? Number(key) : key
      visit(properties[key] ?? rest, member as Value, [...path, at], inside, root)
    }
  }
}

const kindOf = (value: Value): string =>
  Array.isArray(value) ? "array" : value === null ? "null" : typeof value === "object" ? "object" : typeof value

export function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((part, key) => (part as { readonly [key: string]: unknown })?.[key], value)
}

/** A copy with something else at a place. */
export function put<T>(value: T, [key, ...rest]: readonly (string | number)[], other: unknown): T {
  if (key === undefined) return other as T
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as { [key: string]: unknown }
  copy[key] = put(copy[key], rest, other)
  return copy as T
}
