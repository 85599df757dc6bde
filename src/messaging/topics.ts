import { type CompositionDocument, type Registry, sha256Hex } from "cubular"

/** Compositions that listen, the newest version of each, and who takes what. */
export interface Topics {
  readonly documents: ReadonlyMap<string, CompositionDocument>
  /** Ids of those that listen to a topic. */
  listenersOf(topic: string): readonly string[]
  readonly all: readonly string[]
}

export function topicsOf(registry: Pick<Registry, "documents">): Topics {
  const newest = new Map<string, CompositionDocument>()
  for (const document of registry.documents()) {
    const known = newest.get(document.id)
    if (known === undefined || isNewer(document.version, known.version)) newest.set(document.id, document)
  }
  const listening = [...newest].filter(([, { on }]) => Object.keys(on ?? {}).length > 0)
  const documents = new Map(listening.sort(([a], [b]) => (a < b ? -1 : 1)))
  const listeners = new Map<string, string[]>()
  for (const [id, { on }] of documents)
    for (const topic of Object.keys(on ?? {})) listeners.set(topic, [...(listeners.get(topic) ?? []), id])
  return { documents, listenersOf: (topic) => listeners.get(topic) ?? [], all: [...listeners.keys()].sort() }
}

function isNewer(a: string, b: string): boolean {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0)
}

/** The queue of a listener: its id where that is short enough for a store's name. */
export function queueNameOf(listener: string): string {
  return listener.length <= 40 ? `on-${listener}` : `on-${listener.slice(0, 24)}-${sha256Hex(listener).slice(0, 16)}`
}
