import { createRunner, type Runner, type RunnerOptions } from "cubular"
import type { Host, Registry, SagaListing, SagaQuery, Settled, Stores } from "cubular/contract"
import type { Keeper } from "./keeper.ts"
import { pinned, readSource } from "./source.ts"
import { View } from "./view.ts"

/** Of `RunnerOptions`, those that make the same plan again; `saga` among them. */
export type ResumeOptions = Pick<RunnerOptions, "policies" | "saga" | "supervisor">

/** What became of the sagas that were found: their ends, or why nobody could go on with them. */
export type Resumed = ReadonlyMap<string, Settled | { readonly ok: false; readonly error: unknown }>

/**
 * Goes on with every saga on the host's stores that is `running`, of whatever composition: what a process does when it starts.
 * Each goes on with the document it was started with and the very cubes, as far as the registry holds them. Those that others
 * are at end with `journal_taken`. Rejects only when the stores cannot be read.
 */
export async function resumeSagas(registry: Registry, host: Host, options: ResumeOptions): Promise<Resumed> {
  const stores = host.stores as Stores
  const resumed = new Map<string, Settled | { readonly ok: false; readonly error: unknown }>()
  const groups = new Map<string, SagaListing[]>()
  for (const listing of await running(new View(stores)))
    groups.set(listing.plan, [...(groups.get(listing.plan) ?? []), listing])
  await Promise.all(Array.from(groups.values(), (group) => goOn(group, registry, host, options, resumed)))
  return resumed
}

async function running(view: View): Promise<SagaListing[]> {
  const found: SagaListing[] = []
  const query: SagaQuery = { state: "running", limit: 1000 }
  let cursor: string | undefined
  do {
    const page = await view.list({ ...query, cursor })
    found.push(...page.sagas)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** Sagas of one plan share a runner. */
async function goOn(
  group: readonly SagaListing[],
  registry: Registry,
  host: Host,
  options: ResumeOptions,
  resumed: Map<string, Settled | { readonly ok: false; readonly error: unknown }>,
): Promise<void> {
  for (const { id } of group) {
    let runner: Runner
    try {
      const source = await readSource(host.stores as Stores, id)
      runner = await createRunner(source.document, pinned({ registry, source: undefined }, source), host, options)
    } catch (error) {
      resumed.set(id, { ok: false, error })
      continue
    }
    const rest = group.slice(group.findIndex((listing) => listing.id === id))
    const keeper = runner.saga as Keeper
    await Promise.all(rest.map(async (listing) => resumed.set(listing.id, await keeper.goOn(listing.id).settled)))
    return runner.stop()
  }
}
