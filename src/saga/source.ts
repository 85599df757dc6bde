import { createRegistry, type RegistryEntry, type SagaOrigin } from "cubular"
import { type CompositionDocument, CubeError, type Registry, type Stores } from "cubular/contract"
import { saga_unknown } from "cubular/messages/en"
import { KeptValues } from "./kept.ts"
import { journalOf } from "./ledger.ts"
import { Progress } from "./progress.ts"
import { readEntries } from "./view.ts"

/** What a saga was started with, as its journal keeps it. */
export interface SagaSource {
  readonly document: CompositionDocument
  /** Those it uses. */
  readonly compositions: readonly CompositionDocument[]
  /** Cubes at work, as "id@version". */
  readonly cubes: readonly string[]
}

/** @throws {CubeError} `saga_unknown`, `saga_corrupt`, `saga_value_lost`, or why the stores cannot be read. */
export async function readSource(stores: Stores, id: string): Promise<SagaSource> {
  const { started } = new Progress(id, await readEntries(id, stores.journal(journalOf(id))))
  if (!started) throw new CubeError({ ...saga_unknown, params: { id } })
  const text = await new KeptValues(id, stores).readText(started.source)
  const { document, compositions } = JSON.parse(text) as {
    readonly document: CompositionDocument
    readonly compositions: { readonly [key: string]: CompositionDocument }
  }
  return { document, compositions: Object.values(compositions), cubes: started.cubes }
}

/** A registry of the very cubes and documents a saga was started with, as far as they are held. */
export function pinned({ registry, source }: Pick<SagaOrigin, "registry" | "source">, saga: SagaSource): Registry {
  const holders = [ownOf(source), registry].filter((each) => each !== undefined).map(toRegistry)
  const isUsed = ({ id, version }: { readonly id: string; readonly version: string }): boolean =>
    saga.cubes.includes(`${id}@${version}`)
  return {
    manifests: () => holders.flatMap((holder) => holder.manifests().filter(isUsed)),
    documents: () => saga.compositions,
    load(id, version) {
      const holder = holders.find((each) => each.manifests().some((held) => held.id === id && held.version === version))
      return (holder as Registry).load(id, version)
    },
  }
}

/** The registry a typed literal brings. */
function ownOf(source: unknown): unknown {
  return typeof source === "object" && source !== null
    ? (source as { readonly registry?: unknown }).registry
    : undefined
}

function toRegistry(given: unknown): Registry {
  return typeof (given as Partial<Registry>).manifests === "function"
    ? (given as Registry)
    : createRegistry(given as Iterable<RegistryEntry>)
}
