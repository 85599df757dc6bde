import type { CompositionDocument, Json, PlacedCube } from "cubular"
import type { Draws } from "../draws.ts"

/** How the cubes of flow are placed in one simulation. */
export interface FlowSettings {
  readonly concurrent: number
  readonly attempts: number
  readonly delayMs: number
  readonly factor: number
  readonly maxDelayMs: number
  readonly raceMs: number
  readonly size: number
  readonly windowMs: number
}

export function drawFlow(draws: Draws): FlowSettings {
  return {
    concurrent: draws.between(1, 4),
    attempts: draws.between(1, 5),
    delayMs: draws.between(0, 600),
    factor: draws.between(1, 3),
    maxDelayMs: draws.between(300, 2000),
    raceMs: draws.between(5, 6000),
    size: draws.between(1, 4),
    windowMs: draws.between(0, 2500),
  }
}

const table: Json = {
  name: "notes",
  version: 1,
  key: "id",
  properties: { id: { type: "string" }, value: { type: "number" } },
}

const again = { retry: { attempts: 3, baseMs: 100 } } as const

/** Every cube of flow once, and values kept by one run for the next. */
export function flowDocument(settings: FlowSettings): CompositionDocument {
  const { concurrent, attempts, delayMs, factor, maxDelayMs, raceMs, size, windowMs } = settings
  const ports = { input: "value", output: "out" }
  const straight = { cube: "simulated/straight", ...ports }
  const until = { until: { output: "ready" }, attempts, delayMs, factor, maxDelayMs }
  const runners = { cubes: [{ cube: "simulated/straight" }, { cube: "simulated/detour" }], timeoutMs: raceMs }
  const shared = { cube: "simulated/all", input: "values", output: "outs", size, windowMs }
  const kv = (op: string): Pick<PlacedCube, "use" | "config" | "policy"> => {
    return { use: "data/kv", config: { op, store: "flow" }, policy: again }
  }
  const records = (op: string): Pick<PlacedCube, "use" | "config" | "policy"> => {
    return { use: "data/records", config: { op, table }, policy: again }
  }
  return {
    format: 1,
    id: "flowing",
    version: "1.0.0",
    cubes: {
      map: { use: "flow/map", config: { ...straight, concurrent }, in: { items: "@items" } },
      until: { use: "flow/retry-until", config: { ...straight, ...until }, in: { value: "@until" } },
      race: { use: "flow/race", config: { ...ports, ...runners }, in: { value: "@race" } },
      batch: { use: "flow/batch", config: shared, in: { item: "@batch" } },
      keep: { ...kv("put"), in: { key: "@own", value: "@race" } },
      kept: { ...kv("get"), in: { key: "@before" } },
      note: { ...records("put"), in: { record: "@record" } },
      noted: { ...records("get"), in: { key: "@before" } },
    },
    outputs: {
      map: "map.items",
      until: "until.value",
      attempts: "until.attempts",
      race: "race.value",
      winner: "race.winner",
      batch: "batch.value",
      found: "kept.found",
      kept: "kept.value",
      version: "note.version",
      noted: "noted.found",
      record: "noted.record",
    },
  }
}
