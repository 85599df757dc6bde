import type { CompositionDocument, PlacedCube, PolicyData } from "cubular"
import type { Draws } from "./draws.ts"

/** What stands in for the outputs of a step that failed. */
export const STAND_IN = -1

type Placed = { -readonly [key in keyof PlacedCube]: PlacedCube[key] }

/** A composition nobody wrote: steps of all kinds, wired to earlier ones, with policies around those that ask. */
export function compose(draws: Draws): CompositionDocument {
  const cubes: { [id: string]: Placed } = {}
  const numbers = ["@value"]
  const gates: string[] = []
  const optional: string[] = []
  const size = draws.between(4, 9)
  for (let at = 0; at < size; at++) {
    const id = `s${at}`
    const placed = place(draws, numbers, optional)
    if (gates.length > 0 && draws.percent(25)) placed.when = draws.pick(gates)
    if (at > 1 && draws.percent(12)) placed.after = [`s${draws.below(at)}`]
    cubes[id] = placed
    if (placed.use === "simulated/either") {
      optional.push(`${id}.left`, `${id}.right`)
    } else numbers.push(`${id}.out`)
    if (placed.use === "simulated/gate") gates.push(`${id}.yes`)
  }
  const outputs = Object.fromEntries([...numbers.slice(1), ...optional].map((ref) => [ref.replace(".", "-"), ref]))
  return { format: 1, id: "simulated", version: "1.0.0", cubes: shuffled(draws, cubes), outputs }
}

/** What order a document is written in means nothing. */
function shuffled<T>(draws: Draws, from: { readonly [id: string]: T }): { [id: string]: T } {
  const left = Object.entries(from)
  const entries: [string, T][] = []
  while (left.length > 0) entries.push(left.splice(draws.below(left.length), 1)[0] as [string, T])
  return Object.fromEntries(entries)
}

function place(draws: Draws, numbers: readonly string[], optional: readonly string[]): Placed {
  /** The latest are preferred, so that steps stand behind one another. */
  const source = (): string => numbers[numbers.length - 1 - Math.min(draws.below(3), numbers.length - 1)] as string
  const any = (): string => (optional.length > 0 && draws.percent(35) ? draws.pick(optional) : source())
  const sources = (): string[] => Array.from({ length: draws.between(1, 3) }, any)
  const asking = (use: string): Placed => ({ use, in: { value: source(), run: "@run" } })
  const kind = draws.below(100)
  if (kind < 12) return { use: "simulated/fold", in: { values: sources() } }
  if (kind < 20) return { use: "simulated/fold-later", in: { values: sources() } }
  if (kind < 28)
    return { use: "simulated/maybe", in: { value: source(), ...(draws.percent(80) ? { extra: any() } : {}) } }
  if (kind < 38) return { use: "simulated/gate", in: { value: source() } }
  if (kind < 44) return { use: "simulated/either", in: { value: source() } }
  if (kind < 50)
    return {
      use: "simulated/nap",
      config: { ms: draws.between(1, 3000) },
      in: { value: source() },
      ...guarded(draws, "read"),
    }
  if (kind < 74) return withPolicy(draws, asking("simulated/ask"), "read")
  if (kind < 90) return withPolicy(draws, asking("simulated/charge"), "write")
  if (kind < 95) return withPolicy(draws, asking("simulated/post"), "once")
  return { ...asking("simulated/relay"), ...guarded(draws, "read") }
}

/** read: may be asked again and kept; write: may be asked again; once: may be done once. */
type Way = "read" | "write" | "once"

function withPolicy(draws: Draws, placed: Placed, way: Way): Placed {
  const given = guarded(draws, way)
  const { timeoutMs, deadlineMs } = given.policy ?? {}
  const mostMs = Math.min(timeoutMs ?? Infinity, deadlineMs ?? Infinity)
  // Runs share what is cached only where nothing tells them apart.
  const shared = given.policy?.cache ? { in: { ...placed.in, run: { value: "shared" } } } : {}
  return { ...placed, config: mostMs < Infinity ? { mostMs } : {}, ...given, ...shared }
}

function guarded(draws: Draws, way: Way): { readonly policy?: PolicyData } {
  const policy: { -readonly [key in keyof PolicyData]: PolicyData[key] } = {}
  if (draws.percent(60)) policy.timeoutMs = draws.between(5, 3000)
  if (draws.percent(30)) policy.deadlineMs = draws.between(5, 9000)
  if (way !== "once" && draws.percent(60)) policy.retry = retryOf(draws)
  if (draws.percent(40)) policy.breaker = breakerOf(draws)
  if (draws.percent(35)) policy.bulkhead = { concurrent: draws.between(1, 3), queue: draws.below(4) }
  if (draws.percent(25)) policy.rateLimit = rateLimitOf(draws)
  if (way === "read" && draws.percent(40))
    policy.cache = { ttlMs: draws.between(50, 6000), staleOnError: draws.percent(40) }
  if (draws.percent(20)) policy.fallback = { value: { out: STAND_IN } }
  return Object.keys(policy).length === 0 ? {} : { policy }
}

function retryOf(draws: Draws): NonNullable<PolicyData["retry"]> {
  return {
    attempts: draws.between(2, 4),
    backoff: draws.pick(["constant", "exponential"] as const),
    baseMs: draws.between(0, 400),
    maxMs: draws.between(400, 4000),
    jitter: draws.pick(["none", "full"] as const),
  }
}

function breakerOf(draws: Draws): NonNullable<PolicyData["breaker"]> {
  return {
    errorRate: draws.pick([0.2, 0.5, 1]),
    windowMs: draws.between(500, 6000),
    minimumCalls: draws.between(2, 5),
    openMs: draws.between(100, 3000),
  }
}

function rateLimitOf(draws: Draws): NonNullable<PolicyData["rateLimit"]> {
  const key = draws.percent(40) ? { key: "@value" } : {}
  return { limit: draws.between(1, 4), windowMs: draws.between(100, 4000), ...key }
}
