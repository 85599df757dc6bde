import { type AnyCube, type Host, isStream, type Path } from "cubular/contract"
import {
  dependency_needs_config,
  missing_dependency,
  need_missing,
  schema_failed,
  secret_missing,
  service_conflict,
  service_not_allowed,
  service_origin_malformed,
  service_unknown,
  stream_called,
} from "cubular/messages/en"
import { load } from "./examine.ts"
import type { Issues } from "./issues.ts"
import { type Outline, pathOf } from "./outline.ts"
import type { HeldCube, Holdings } from "./registry.ts"
import { newestIn, parseRange } from "./version.ts"
import type { Draft } from "./wiring.ts"

/** Cubes that steps may call, by the step. */
export type Callables = ReadonlyMap<Draft, { readonly [id: string]: AnyCube }>

/** The name the cube of `fallback.use` has among those a step may call; no id, so that no cube can. */
export const SUBSTITUTE = "policy:fallback"

/** Resolves and loads what the placed cubes may call, and what those may call in turn. */
export async function findCallables(
  drafts: readonly Draft[],
  holdings: Holdings,
  cubes: Map<HeldCube, AnyCube>,
  issues: Issues,
): Promise<Callables> {
  const found = new Map<Draft, { readonly [id: string]: AnyCube }>()
  const loaded = new Map<HeldCube, Promise<void>>()
  const resolve = async (
    cube: AnyCube,
    config: unknown,
    path: Path,
    into: { [id: string]: AnyCube },
  ): Promise<void> => {
    for (const [id, range] of Object.entries(dependenciesOf(cube, config, path, issues))) {
      if (Object.hasOwn(into, id)) continue
      const held = pick(id, range, cube, holdings, path, issues)
      if (!held) continue
      if (!cubes.has(held)) {
        if (!loaded.has(held)) loaded.set(held, load(new Map([[held, path]]), cubes, issues))
        await loaded.get(held)
      }
      const callee = cubes.get(held)
      if (!callee) continue
      into[id] = callee
      if (isStreaming(callee)) issues.error(stream_called, path, { cube: cube.id, called: id })
      if (held.manifest.configRequired) issues.error(dependency_needs_config, path, { cube: cube.id, dependency: id })
      await resolve(callee, undefined, path, into)
    }
  }
  for (const draft of drafts) {
    const substitute = draft.policy?.substitute && cubes.get(draft.policy.substitute)
    const callsNone = typeof draft.cube.dependencies !== "function" && Object.keys(draft.cube.dependencies).length === 0
    if (callsNone && !substitute) continue
    const into: { [id: string]: AnyCube } = {}
    await resolve(draft.cube, draft.config, pathOf(draft.root, "use"), into)
    if (substitute) {
      into[SUBSTITUTE] = substitute
      await resolve(substitute, undefined, pathOf(draft.root, "use"), into)
    }
    found.set(draft, Object.freeze(into))
  }
  return found
}

/** Whether a cube takes or gives streams. */
export function isStreaming({ inputs, outputs }: AnyCube): boolean {
  return [...Object.values(inputs), ...Object.values(outputs)].some(isStream)
}

function dependenciesOf(cube: AnyCube, config: unknown, path: Path, issues: Issues): { readonly [id: string]: string } {
  if (typeof cube.dependencies !== "function") return cube.dependencies
  try {
    return cube.dependencies(config as never)
  } catch {
    issues.error(schema_failed, path)
    return {}
  }
}

function pick(
  id: string,
  rangeText: string,
  cube: AnyCube,
  holdings: Holdings,
  path: Path,
  issues: Issues,
): HeldCube | undefined {
  const versions = holdings.cubes.get(id)
  const range = parseRange(rangeText)
  const version = range && versions && newestIn(range, versions.keys())
  if (versions && version !== undefined) return versions.get(version)
  const params = { cube: cube.id, dependency: id, range: rangeText, held: [...(versions?.keys() ?? ["—"])] }
  issues.error(missing_dependency, path, params)
  return undefined
}

/** Refuses what the host lacks: powers, secrets, origins. */
export function checkHost(drafts: readonly Draft[], callables: Callables, host: Host, issues: Issues): void {
  for (const draft of drafts) {
    for (const cube of [draft.cube, ...Object.values(callables.get(draft) ?? {})])
      for (const need of needsOf(cube)) {
        if (!hasPower(host, need))
          issues.error(need_missing, pathOf(draft.root, "use"), { cube: cube.id, need, host: String(host.name) })
      }
    for (const name of secretsOf(draft.config, draft.held.manifest.config)) {
      if (!host.secretNames?.includes(name))
        issues.error(secret_missing, pathOf(draft.root, "config"), { secret: name, host: String(host.name) })
    }
  }
}

function needsOf(cube: AnyCube): readonly string[] {
  const needs = new Set(cube.needs)
  if (Object.keys(cube.services).length > 0) needs.add("http")
  if (Object.keys(cube.publishes).length > 0) needs.add("messages")
  return [...needs]
}

export function hasPower(host: Host, need: string): boolean {
  // Drawn from the run's seed, which the kernel has whatever the host.
  if (need === "random" || need === "ids") return true
  if (need.startsWith("wasm:")) return host.wasmNames?.includes(need.slice(5)) ?? false
  if (need === "secrets") return host.secret !== undefined
  return (host as unknown as { readonly [power: string]: unknown })[need] !== undefined
}

/** Names of the secrets a config refers to: `{ "secret": NAME }` where its schema says `x-secret`. */
function secretsOf(config: unknown, schema: unknown): string[] {
  if (typeof config !== "object" || config === null || typeof schema !== "object" || schema === null) return []
  const node = schema as { readonly [key: string]: unknown }
  if (node["x-secret"]) return [String((config as { secret?: unknown }).secret)]
  const names: string[] = []
  for (const key of ["anyOf", "oneOf", "allOf", "prefixItems"]) {
    const list = (node[key] ?? []) as readonly unknown[]
    list.forEach((part, index) => {
      names.push(...secretsOf(key === "prefixItems" ? (config as readonly unknown[])[index] : config, part))
    })
  }
  const properties = (node.properties ?? {}) as { readonly [key: string]: unknown }
  for (const [key, value] of Object.entries(config))
    names.push(
      ...secretsOf(value, Object.hasOwn(properties, key) ? properties[key] : (node.items ?? node.additionalProperties)),
    )
  return [...new Set(names)]
}

const ORIGIN = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/

/** Service name → origin for the whole plan: the document decides over the compositions inside it, those over cubes. */
export function findServices(
  root: Outline,
  drafts: readonly Draft[],
  callables: Callables,
  host: Host | undefined,
  issues: Issues,
): { [name: string]: string } {
  const services: { [name: string]: string } = {}
  const decided = new Set<string>()
  for (const [name, service] of Object.entries(root.document.services ?? {})) {
    // Of the wrong shape: reported already.
    const origin: unknown = service?.origin
    if (typeof origin !== "string") continue
    if (!ORIGIN.test(origin)) issues.error(service_origin_malformed, ["services", name, "origin"], { service: name })
    services[name] = origin
    decided.add(name)
  }
  const asked = new Set<string>()
  for (const draft of drafts) {
    for (const cube of [draft.cube, ...Object.values(callables.get(draft) ?? {})])
      for (const [name, { origin }] of Object.entries(cube.services)) {
        asked.add(name)
        const path = pathOf(draft.root, "use")
        if (decided.has(name)) continue
        if (Object.hasOwn(services, name) && services[name] !== origin)
          issues.error(service_conflict, path, { service: name, origins: [services[name] as string, origin] })
        services[name] = origin
      }
  }
  for (const name of decided)
    if (!asked.has(name)) issues.warning(service_unknown, ["services", name], { service: name })
  for (const name of asked) {
    const origin = services[name] as string
    const path = decided.has(name) ? ["services", name, "origin"] : ["services", name]
    if (host?.allowedOrigins && !host.allowedOrigins.includes(origin))
      issues.error(service_not_allowed, path, { service: name, origin, host: String(host.name) })
  }
  return services
}
