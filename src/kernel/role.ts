import type { AnyCube } from "cubular/contract"
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
  /** Id of the composition that runs. */
  readonly composition: string
  /** How many calls are around it. */
  readonly depth: number
}

/** The role of a planned step. */
export function roleOf({ path, cube, config, callable }: PlannedStep, composition: string): Role {
  return { path, cube, callable, calls: callsOf(cube, config), secrets: secretsIn(config), composition, depth: 0 }
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
