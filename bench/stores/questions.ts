import { measureIn } from "../child.ts"
import { figureOf, standings } from "../figures.ts"
import type { Slices } from "../interleave.ts"
import type { Results } from "../results.ts"

const OURS = "cubular"

export async function storesNode(): Promise<Results["stores-node"]> {
  const slices = await measureIn<{ [title: string]: Slices }>("stores/node.ts")
  return Object.fromEntries(Object.entries(slices).map(([title, each]) => [title, standings(each, OURS)]))
}

export async function storesBrowser(): Promise<Results["stores-browser"]> {
  const slices = await measureIn<{ [title: string]: Slices }>("stores/browser.ts")
  return Object.fromEntries(Object.entries(slices).map(([title, each]) => [title, standings(each, OURS)]))
}

export async function storesWorkers(): Promise<Results["stores-workers"]> {
  const { slices, readyMs } = await measureIn<{
    readonly slices: { [title: string]: Slices }
    readonly readyMs: readonly number[]
  }>("stores/workers.ts")
  const cases = Object.fromEntries(Object.entries(slices).map(([title, each]) => [title, standings(each, OURS)]))
  return { cases, readyMs: figureOf(readyMs) }
}
