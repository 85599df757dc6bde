/** Compositions in pages: `json` blocks that place cubes, and blocks that say what their outputs are. */
import { createRunner, type Json } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { blocks } from "./examples.ts"

/** What a page says stands behind refs such as `"pillars.chart#/pillars/day"`. */
export type Told = { readonly [ref: string]: unknown }

interface Tour {
  /** Every instance that the page places, in one composition. */
  readonly cubes: { readonly [instance: string]: { readonly use: string } }
  /** What it hands in, by name. */
  readonly inputs: { readonly [name: string]: Json }
  readonly told: Told
}

/** A block of instances has `use`, one of inputs has "@name", one of results has refs. */
export function tourOf(page: string): Tour {
  const all = blocks(page, "json").flatMap((block) => Object.entries(JSON.parse(block) as object))
  const instances = all.filter(([, value]) => typeof value === "object" && value !== null && "use" in value)
  const inputs = all.flatMap(([name, value]) => (name.startsWith("@") ? [[name.slice(1), value]] : []))
  const told = all.filter(([name]) => /^\w+\.\w+/.test(name))
  return {
    cubes: Object.fromEntries(instances),
    inputs: Object.fromEntries(inputs),
    told: Object.fromEntries(told),
  }
}

/** Runs a page's cubes as one composition and gives what stands behind the refs it names. */
export async function run({ cubes, inputs, told }: Tour): Promise<Told> {
  const refs = Object.keys(told)
  const outputs = Object.fromEntries(refs.map((ref, at) => [`at${at}`, ref]))
  const document = { format: 1, id: "tour", version: "1.0.0", cubes, outputs }
  const runner = await createRunner(document, catalog, createHost())
  const found = (await runner.run(inputs).result).outputs as Told
  return Object.fromEntries(refs.map((ref, at) => [ref, found[`at${at}`]]))
}
