import {
  type CloudEvent,
  type CompositionDocument,
  CubeError,
  createRegistry,
  defineCube,
  type Registry,
} from "cubular"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { type Broker, type BrokerOptions, createBroker, type MessageEvent } from "cubular/messaging"
import { createStores } from "cubular/stores/memory"
import * as z from "zod"

const title = { en: "T", ko: "T" }

export interface Seen {
  readonly n: number
  readonly key: string
  readonly by: string
}

/** What the world outside has seen, and how often each number fails before it works. */
export interface World {
  readonly seen: Seen[]
  readonly fails: Map<number, number>
  readonly peak: { now: number; most: number }
}

/** number → effect in the world; takes `ms`, fails as often as it is told to, and publishes what it did. */
export function worker(world: World) {
  return defineCube({
    id: "t/worker",
    version: "1.0.0",
    color: "feature",
    effect: "write",
    title,
    needs: ["clock"],
    inputs: { n: z.number(), ms: z.number().default(0), by: z.string().default("") },
    outputs: { n: z.number() },
    publishes: { "work.seen": z.strictObject({ n: z.number() }) },
    create: () => ({
      async process({ n, ms, by }, step) {
        world.peak.most = Math.max(world.peak.most, ++world.peak.now)
        if (ms > 0) await step.clock.sleep(ms)
        world.peak.now--
        const left = world.fails.get(n) ?? 0
        world.fails.set(n, left - 1)
        if (left === Number.POSITIVE_INFINITY) throw new CubeError({ code: "hopeless", message: "No.", hint: "No." })
        if (left > 0) throw new CubeError({ code: "busy", message: "Busy.", hint: "Wait.", retryable: true })
        world.seen.push({ n, key: step.idempotencyKey, by })
        step.publish("work.seen", { n })
        return { n: n + 1 }
      },
    }),
  })
}

export const working: CompositionDocument = {
  format: 1,
  id: "working",
  version: "1.0.0",
  cubes: { w: { use: "t/worker", in: { n: "@n", ms: "@ms" } } },
  outputs: { n: "w.n" },
  inputs: { n: { type: "number" }, ms: { type: "number", default: 0 } },
  on: { "work.asked": { in: { n: "#/n", ms: "#/ms" } } },
  emit: { "work.done": "w.n" },
}

/** Listens to what `working` emits. */
export const counting: CompositionDocument = {
  ...working,
  id: "counting",
  cubes: { w: { use: "t/worker", in: { n: "@n", by: { value: "counting" } } } },
  inputs: { n: { type: "number" } },
  on: { "work.done": { in: { n: "#" } } },
  emit: {},
}

export function newWorld(): World {
  return { seen: [], fails: new Map(), peak: { now: 0, most: 0 } }
}

export interface Stage {
  readonly world: World
  readonly host: MemoryHost
  readonly registry: Registry
  readonly broker: Broker
  /** "topic event" → how often. */
  readonly tally: { [what: string]: number }
}

export function stage(
  documents: readonly CompositionDocument[] = [working],
  options: Partial<BrokerOptions> = {},
  world: World = newWorld(),
): Stage {
  const host = options.host ?? createHost({ stores: (clock) => createStores({ clock }) })
  const registry = options.registry ?? createRegistry([worker(world), ...documents])
  const tally: { [what: string]: number } = {}
  const observe = (topic: string, event: MessageEvent): void => {
    tally[`${topic} ${event}`] = (tally[`${topic} ${event}`] ?? 0) + 1
  }
  const broker = createBroker({ observe, ...options, host, registry })
  return { world, host: host as MemoryHost, registry, broker, tally }
}

let count = 0
export function asked(n: number, more: Partial<CloudEvent> & { readonly ms?: number } = {}): CloudEvent {
  const { ms, ...rest } = more
  const data = { n, ...(ms === undefined ? {} : { ms }) }
  return { specversion: "1.0", id: `e${++count}`, source: "/test", type: "work.asked", data, ...rest }
}
