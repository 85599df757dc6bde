import {
  type AnyCube,
  type CompositionDocument,
  CubeError,
  type CubeManifest,
  isCubeError,
  type Registry,
  toManifest,
} from "cubular/contract"
import { registry_entry_duplicate, registry_entry_invalid } from "cubular/messages/en"

/** A typed literal of the contract: gives its document, and may carry the cubes it places. */
export interface CompositionLiteral {
  toJSON(): CompositionDocument
  readonly registry?: Registry | Iterable<RegistryEntry>
}

/** What a registry is made of. */
export type RegistryEntry = AnyCube | CompositionDocument | CompositionLiteral

/** Ports of a cube or composition by name: whether an input must be wired, and the position of an output. */
export interface Face {
  readonly inputs: ReadonlyMap<string, boolean>
  readonly outputs: ReadonlyMap<string, number>
}

/** A cube as held: its manifest at once, its code on demand. */
export class HeldCube {
  readonly id: string
  readonly version: string
  readonly load: () => AnyCube | Promise<AnyCube>
  private readonly describe: () => CubeManifest
  private known: Face | undefined

  constructor(
    { id, version }: { id: string; version: string },
    describe: () => CubeManifest,
    load: () => AnyCube | Promise<AnyCube>,
  ) {
    this.id = id
    this.version = version
    this.describe = describe
    this.load = load
  }

  get manifest(): CubeManifest {
    return this.describe()
  }

  get face(): Face {
    if (this.known === undefined) {
      const { inputs, outputs } = this.manifest
      this.known = {
        inputs: new Map(Object.entries(inputs).map(([port, { required }]) => [port, required])),
        outputs: new Map(Object.keys(outputs).map((port, index) => [port, index])),
      }
    }
    return this.known
  }
}

type Versions<T> = Map<string, T>

/** A registry that finds by id. Every other registry is read into one of these before a document is looked at. */
export class Holdings implements Registry {
  readonly cubes: Map<string, Versions<HeldCube>> = new Map()
  readonly compositions: Map<string, Versions<CompositionDocument>> = new Map()

  manifests(): readonly CubeManifest[] {
    return all(this.cubes).map((held) => held.manifest)
  }

  documents(): readonly CompositionDocument[] {
    return all(this.compositions)
  }

  load(id: string, version: string): AnyCube | Promise<AnyCube> {
    const held = this.cubes.get(id)?.get(version)
    if (held === undefined) throw new CubeError({ ...registry_entry_invalid, params: { entry: `${id}@${version}` } })
    return held.load()
  }

  /** Adds what is not held yet; with `strict`, a second entry of the same id and version is refused. */
  add(entry: unknown, strict: boolean): void {
    const given = entry as Partial<AnyCube> & Partial<CompositionLiteral>
    if (typeof given?.toJSON === "function") {
      this.addAll(given.registry)
      this.add(given.toJSON(), strict)
    } else if (typeof given?.id !== "string" || typeof given.version !== "string") refuse(entry)
    else if (typeof given.create === "function") put(this.cubes, hold(given as AnyCube), strict)
    else if ("cubes" in given) put(this.compositions, entry as CompositionDocument, strict)
    else refuse(entry)
  }

  /** Adds everything another registry holds; what is here already stays. */
  addAll(registry: unknown): void {
    if (registry instanceof Holdings) {
      for (const held of all(registry.cubes)) put(this.cubes, held, false)
      for (const document of all(registry.compositions)) put(this.compositions, document, false)
    } else if (isRegistry(registry)) {
      for (const manifest of registry.manifests()) {
        const load = (): AnyCube | Promise<AnyCube> => registry.load(manifest.id, manifest.version)
        put(this.cubes, new HeldCube(manifest, () => manifest, load), false)
      }
      for (const document of registry.documents()) put(this.compositions, document, false)
    } else for (const entry of entriesOf(registry)) this.add(entry, true)
  }
}

/**
 * A registry of cubes, documents and typed literals (with the cubes those place).
 *
 * @throws {CubeError} `registry_entry_duplicate` for two different entries of one id and version,
 * `registry_entry_invalid` for what is neither.
 */
export function createRegistry(entries: Iterable<RegistryEntry> = []): Registry {
  const holdings = new Holdings()
  for (const entry of entriesOf(entries)) holdings.add(entry, true)
  return holdings
}

/** Whatever was handed in as a registry, as one; a literal's own cubes come first. */
export function toHoldings(registry: unknown, source?: unknown): Holdings {
  const own = ownRegistry(source)
  if (own === undefined && registry instanceof Holdings) return registry
  const holdings = new Holdings()
  if (own !== undefined) holdings.addAll(own)
  holdings.addAll(registry)
  return holdings
}

function ownRegistry(source: unknown): unknown {
  try {
    const literal = source as Partial<CompositionLiteral> | null | undefined
    return typeof literal?.toJSON === "function" ? literal.registry : undefined
  } catch {
    return undefined
  }
}

function isRegistry(given: unknown): given is Registry {
  const registry = given as Partial<Registry> | null | undefined
  return typeof registry?.manifests === "function" && typeof registry.documents === "function"
}

function entriesOf(given: unknown): Iterable<unknown> {
  if (given === undefined || given === null) return []
  if (typeof given === "object" && Symbol.iterator in given) return given as Iterable<unknown>
  return refuse(given)
}

function hold(cube: AnyCube): HeldCube {
  return new HeldCube(
    cube,
    () => toManifest(cube),
    () => cube,
  )
}

function put<T extends { readonly id: string; readonly version: string }>(
  shelf: Map<string, Versions<T>>,
  entry: T,
  strict: boolean,
): void {
  const versions: Versions<T> = shelf.get(entry.id) ?? new Map()
  shelf.set(entry.id, versions)
  if (!versions.has(entry.version)) versions.set(entry.version, entry)
  else if (strict && !same(versions.get(entry.version), entry))
    throw new CubeError({ ...registry_entry_duplicate, params: { entry: `${entry.id}@${entry.version}` } })
}

function same(a: unknown, b: unknown): boolean {
  const cube = (x: unknown): unknown => (x instanceof HeldCube ? x.load() : x)
  return cube(a) === cube(b)
}

function all<T>(shelf: Map<string, Versions<T>>): T[] {
  return [...shelf.values()].flatMap((versions) => [...versions.values()])
}

function refuse(entry: unknown): never {
  const kind = entry === null ? "null" : typeof entry
  throw new CubeError({ ...registry_entry_invalid, params: { entry: kind } })
}

/** An error thrown by somebody else's registry or cube, as one of ours. */
export function codeOf(error: unknown): string {
  return isCubeError(error) ? error.code : "error"
}
