import { measureIn } from "../child.ts"
import { figureOf, standings } from "../figures.ts"
import type { Slices } from "../interleave.ts"
import type { Results } from "../results.ts"

const OURS = "cubular"

export async function storesNode(): Promise<Results["stores-node"]> {
  const slices = await measureIn<{ [title: string]: Slices }>("stores/node.ts")
  return Object.fromEntries(Object.entries(slices).map(([title, each]) => [title, standings(each, OURS)]))
}

/** Each kind of store in a browser of its own: together they would take too long for one process. */
export async function storesBrowser(): Promise<Results["stores-browser"]> {
  const cases: { [title: string]: Slices } = {}
  for (const kind of ["kv", "records", "queue", "journal", "blobs"])
    Object.assign(cases, await measureIn<{ [title: string]: Slices }>("stores/browser.ts", [`${kind}: `]))
  return Object.fromEntries(Object.entries(cases).map(([title, each]) => [title, standings(each, OURS)]))
}

export async function storesWorkers(): Promise<Results["stores-workers"]> {
  const { slices, readyMs } = await measureIn<{
    readonly slices: { [title: string]: Slices }
    readonly readyMs: readonly number[]
  }>("stores/workers.ts")
  const cases = Object.fromEntries(Object.entries(slices).map(([title, each]) => [title, standings(each, OURS)]))
  return { cases, readyMs: figureOf(readyMs) }
}
