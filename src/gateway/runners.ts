import {
  type CompositionDocument,
  CubeError,
  createRunner,
  type Host,
  type Policy,
  type Registry,
  type Runner,
  type SagaPart,
  type Supervisor,
} from "cubular"
import { composition_not_served } from "cubular/messages/en"
import { policies as allPolicies } from "cubular/policies"
import { streams } from "cubular/streams"

/** Compositions a registry holds, newest version of each id, and a bounded store of runners ready to use. */
export interface Runners {
  readonly documents: readonly CompositionDocument[]
  document(id: string): CompositionDocument
  runner(id: string): Promise<Runner>
  /** Those that are kept. */
  readonly ready: Iterable<{ readonly composition: string; readonly runner: Runner }>
}

/**
 * @param most - How many runners are kept; the one unused for longest is stopped when there are more.
 */
export function createRunners(
  registry: Registry,
  host: Host,
  most: number,
  policies: Iterable<Policy> = allPolicies,
  supervisor?: Supervisor,
  saga?: SagaPart,
): Runners {
  const newest = newestById(registry.documents())
  const ready = new Map<string, Runner>()
  const document = (id: string): CompositionDocument => {
    const found = newest.get(id)
    if (found === undefined) throw new CubeError({ ...composition_not_served, params: { id: id.slice(0, 64) } })
    return found
  }
  return {
    documents: [...newest.values()],
    document,
    get ready() {
      return Array.from(ready, ([composition, runner]) => ({ composition, runner }))
    },
    async runner(id) {
      const kept = ready.get(id)
      if (kept !== undefined) return keep(ready, id, kept, most)
      // Two first requests at once each build their own. Sharing one unfinished promise would tie a request to another
      // one's life, which workerd punishes: the waiting request is killed.
      const parts = { policies, streams, ...(supervisor && { supervisor }), ...(saga && { saga }) }
      const built = await createRunner(document(id), registry, host, parts)
      const other = ready.get(id)
      if (other === undefined) return keep(ready, id, built, most)
      await built.stop()
      return other
    },
  }
}

function keep(ready: Map<string, Runner>, id: string, runner: Runner, most: number): Runner {
  ready.delete(id)
  ready.set(id, runner)
  for (const [oldest, evicted] of ready) {
    if (ready.size <= most) break
    ready.delete(oldest)
    // Runs in progress hold on to it until they are done.
    void evicted.stop().catch(() => undefined)
  }
  return runner
}

function newestById(documents: readonly CompositionDocument[]): Map<string, CompositionDocument> {
  const newest = new Map<string, CompositionDocument>()
  for (const document of documents) {
    const known = newest.get(document.id)
    if (known === undefined || isNewer(document.version, known.version)) newest.set(document.id, document)
  }
  return new Map([...newest].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isNewer(a: string, b: string): boolean {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)]
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}
