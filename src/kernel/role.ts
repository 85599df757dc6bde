import type { AnyCube, StoreUse } from "cubular/contract"
import type { PlannedStep } from "./planned.ts"

/** Who is working: a placed cube, or one called by it. */
export interface Role {
  /** "reading"; "reading>text/upper#0" for its first call. */
  readonly path: string
  readonly cube: AnyCube
  /** Cubes it and those it calls may call, by id. */
  readonly callable: { readonly [id: string]: AnyCube }
  /** Ids it may call itself. */
  readonly calls: readonly string[]
  /** Names of secrets its config refers to. */
  readonly secrets: readonly string[]
  /** Stores it may use, as `storeKey` names them; undefined: any. */
  readonly opens: ReadonlySet<string> | undefined
  /** Id of the composition that runs. */
  readonly composition: string
  /** How many calls are around it. */
  readonly depth: number
}

/** The role of a planned step. */
export function roleOf({ path, cube, config, callable }: PlannedStep, composition: string): Role {
  const [calls, opens] = [callsOf(cube, config), opensOf(cube, config)]
  return { path, cube, callable, calls, opens, secrets: secretsIn(config), composition, depth: 0 }
}

/** Names of the secrets a config, or a whole document, refers to: `{ "secret": NAME }`. The host decides about each use. */
export function secretsIn(config: unknown): readonly string[] {
  if (typeof config !== "object" || config === null) return []
  const { secret } = config as { readonly secret?: unknown }
  if (typeof secret === "string" && Object.keys(config).length === 1) return [secret]
  return Object.values(config).flatMap(secretsIn)
}

/** Ids a cube may call. */
export function callsOf({ dependencies }: AnyCube, config: unknown): readonly string[] {
  try {
    return Object.keys(typeof dependencies === "function" ? dependencies(config as never) : dependencies)
  } catch {
    return []
  }
}

/** A kind of store and a name, in one. */
export const storeKey = (store: string, name: string): string => `${store}/${name}`

/** The stores a cube may use. */
export function opensOf(cube: AnyCube, config: unknown): ReadonlySet<string> | undefined {
  if (!cube.opens) return undefined
  return new Set(
    usesOf(cube, config).map((use) => storeKey(use.store, "name" in use ? use.name : use.table.shape.name)),
  )
}

/** What a cube says it uses; nothing for a config it cannot read. */
export function usesOf(cube: AnyCube, config: unknown): readonly StoreUse[] {
  try {
    return cube.opens?.(config as never) ?? []
  } catch {
    return []
  }
}
