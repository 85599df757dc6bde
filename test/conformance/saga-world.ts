import {
  type Clock,
  type CompositionDocument,
  createRegistry,
  createRunner,
  type Host,
  type PlacedCube,
  type Registry,
  type Runner,
  type Settled,
} from "cubular"
import { CubeError, defineCube, type JournalWriter, type Stores } from "cubular/contract"
import { createHost, type MemoryHost } from "cubular/host/memory"
import { saga } from "cubular/saga"
import { createStores } from "cubular/stores/memory"
import * as z from "zod"

/** Before each of its steps: those it waits for, by number, all of them lower. */
export type Shape = readonly (readonly number[])[]

export interface Play {
  readonly shape: Shape
  /** A step that says it cannot be done. */
  readonly refuses?: number
  /** A step that cannot be undone. */
  readonly final?: number
}

/** What goes wrong at one moment: the process dies; the call fails; or it takes 40 s, heeding nothing. */
export type Fault = "crash" | "fail" | "slow"

/** When, counted from 0 on over all processes: before and after each effect, each write of a journal and of the ledger. */
export type Faults = ReadonlyMap<number, Fault>

const NAMES = "abcdefgh"

/**
 * Everything around a saga that outlives its processes: stores, time, and what its cubes did in the world, which is all there is
 * to judge it by. A key is written under once: whoever undoes a key first has it never done.
 */
class World {
  readonly host: MemoryHost
  readonly stores: Stores
  /** What is there, by key. */
  readonly effects: Map<string, "done" | "undone"> = new Map()
  /** The keys each step used. */
  readonly keys: Map<string, Set<string>> = new Map()
  moments = 0
  /** The process that lives. */
  process = 0
  died: () => void = () => undefined
  private readonly faults: Faults

  constructor(faults: Faults) {
    this.faults = faults
    this.host = createHost({ autoAdvance: true })
    this.stores = createStores({ clock: this.host.clock })
  }

  /** A moment at which something may go wrong. What a dead process waits for never comes. */
  async moment(process: number): Promise<void> {
    if (process !== this.process) return never()
    const fault = this.faults.get(this.moments++)
    if (fault === "crash") {
      this.process++
      this.died()
      return never()
    }
    if (fault === "fail")
      throw new CubeError({ code: "store_unavailable", message: "It failed.", hint: "Try again.", retryable: true })
    if (fault === "slow") await this.host.clock.sleep(40_000)
    if (process !== this.process) return never()
  }

  /** The same around work that is there or not. */
  async around<T>(process: number, work: () => Promise<T>): Promise<T> {
    await this.moment(process)
    const answer = await work()
    await this.moment(process)
    return answer
  }

  act(path: string, key: string, effect: "done" | "undone"): void {
    const keys = this.keys.get(path) ?? new Set()
    this.keys.set(path, keys.add(key))
    if (this.effects.get(key) !== "undone") this.effects.set(key, effect)
  }
}

/** One of its own for everybody who waits: a shared one would hold on to them all. */
const never = (): Promise<never> => new Promise(() => undefined)

/** Where cubes that are being made find themselves. */
let here: World

/** The stores and the clock as one process sees them. */
function hostOf(world: World): Host {
  const { host, stores, process } = world
  const alive = async <T>(work: Promise<T>): Promise<T> => {
    const answer = await work
    return process === world.process ? answer : never()
  }
  const writerOf = (writer: JournalWriter): JournalWriter => ({
    token: writer.token,
    get end() {
      return writer.end
    },
    append: (values, options) => world.around(process, () => writer.append(values, options)),
    renew: () => (process === world.process ? writer.renew() : never()),
    close: () => (process === world.process ? writer.close() : never()),
  })
  return {
    name: "world",
    clock: {
      ...host.clock,
      sleep: (ms, signal) => alive(host.clock.sleep(ms, signal)),
      after: (ms, act) =>
        (host.clock.after as NonNullable<Clock["after"]>)(ms, () => process === world.process && act()),
    },
    entropy: host.entropy,
    log: host.log,
    stores: {
      ...stores,
      journal: (name) => ({
        writer: async (options) => writerOf(await alive(stores.journal(name).writer(options))),
        read: (options) => alive(stores.journal(name).read(options)),
      }),
      records: (table) => {
        const records = stores.records(table)
        const seen: Pick<typeof records, "get" | "find" | "put" | "delete"> = {
          get: (key) => alive(records.get(key)),
          find: (query) => alive(records.find(query)),
          put: (record, options) => world.around(process, () => records.put(record, options)),
          delete: (key, options) => world.around(process, () => records.delete(key, options)),
        }
        return seen as typeof records
      },
    },
  }
}

function cubesOf({ shape, refuses, final }: Play): ReturnType<typeof defineCube>[] {
  return shape.map((_, at) => {
    const path = NAMES[at] as string
    return defineCube({
      id: `t/${path}`,
      version: "1.0.0",
      color: "feature",
      title: { en: path, ko: path },
      inputs: { x: z.array(z.number()) },
      outputs: { x: z.number() },
      effect: "write",
      provides: ["idempotent"],
      create() {
        const world = here
        const { process: living } = world
        return {
          async process(inputs, { idempotencyKey }) {
            await world.moment(living)
            if (at === refuses) throw new CubeError({ code: "sold_out", message: "Sold out.", hint: "Wait." })
            world.act(path, idempotencyKey, "done")
            await world.moment(living)
            return { x: inputs.x.reduce((sum, each) => sum + each, 1) }
          },
          ...(at === final
            ? {}
            : {
                async compensate(_: object, __: object, { idempotencyKey }: { readonly idempotencyKey: string }) {
                  await world.moment(living)
                  world.act(path, idempotencyKey, "undone")
                  await world.moment(living)
                },
              }),
        }
      },
    }) as unknown as ReturnType<typeof defineCube>
  })
}

function documentOf({ shape, final }: Play): CompositionDocument {
  const cubes: { [id: string]: PlacedCube } = {}
  shape.forEach((before, at) => {
    const x = before.length > 0 ? before.map((other) => `${NAMES[other]}.x`) : { value: [at] }
    cubes[NAMES[at] as string] = { use: `t/${NAMES[at]}`, in: { x }, ...(at === final ? { final: true } : {}) }
  })
  const outputs = Object.fromEntries(Object.keys(cubes).map((id) => [id, `${id}.x`]))
  return { format: 1, id: "world", version: "1.0.0", mode: "saga", cubes, outputs }
}

const stages = new WeakMap<Play, { readonly document: CompositionDocument; readonly registry: Registry }>()

/** The document and cubes of a play, made once. */
function staged(play: Play): { readonly document: CompositionDocument; readonly registry: Registry } {
  const stage = stages.get(play) ?? { document: documentOf(play), registry: createRegistry(cubesOf(play)) }
  stages.set(play, stage)
  return stage
}

const LIVES = 12

/** Plays a saga over as many processes as it takes. @returns what is wrong, and how many moments there were. */
export async function playSaga(play: Play, faults: Faults): Promise<{ problem: string | undefined; moments: number }> {
  const world = new World(faults)
  const { document, registry } = staged(play)
  for (let life = 0; life < LIVES; life++) {
    const dead = new Promise<"dead">((resolve) => {
      world.died = () => resolve("dead")
    })
    here = world
    const runner = await createRunner(document, registry, hostOf(world), { saga })
    const settled = await Promise.race([dead, goOn(runner, life)])
    if (settled !== "dead" && (settled.ok || settled.error.code !== "saga_suspended"))
      return { problem: judge(world, play, settled), moments: world.moments }
    world.process++
    // The right to write of a process that died ends with its lease.
    await world.host.clock.sleep(61_000)
  }
  return { problem: "it never ended", moments: world.moments }
}

/** What whoever wants the saga done does: starts it, and where it was begun, lets it go on. */
async function goOn(runner: Runner, life: number): Promise<Settled> {
  if (life === 0) return runner.run({}, { id: "one" }).settled
  const runs = await (runner.saga as NonNullable<Runner["saga"]>).resumeAll()
  const settled = await runs.get("one")?.settled
  return settled && !(!settled.ok && settled.error.code === "saga_unknown")
    ? settled
    : runner.run({}, { id: "one" }).settled
}

/** Holds the end against the world. */
function judge({ effects, keys, host }: World, { shape, final }: Play, settled: Settled): string | undefined {
  const state = settled.saga?.state
  for (const [path, used] of keys) if (used.size > 1) return `${path} used ${used.size} keys`
  const there = [...effects.values()].filter((effect) => effect === "done").length
  if (state === "done") return there === shape.length ? undefined : `done, but ${there} of ${shape.length} are there`
  if (state === "undone") return there === 0 ? undefined : `undone, but ${there} are there`
  if (state !== "parked") return `it ended ${state} with ${settled.ok ? "ok" : settled.error.code}`
  if (!host.logs.some(({ level, fields }) => level === "error" && fields.alert === true))
    return "parked without an alert"
  const { code } = (settled.ok ? {} : settled.error.params) as { readonly code?: string }
  // Behind the point of no return, or while a step goes on that was called off.
  const isMeant = (final !== undefined && effects.size > 0) || code === "saga_step_stuck"
  return isMeant ? undefined : `parked because of ${code}`
}

/** Every fault at every moment of a play. */
export async function everyFault(play: Play, faults: readonly Fault[]): Promise<{ problems: string[]; count: number }> {
  const problems: string[] = []
  let count = 0
  for (const fault of faults)
    for (let at = 0, end = 1; at < end; at++) {
      const { problem, moments } = await playSaga(play, new Map([[at, fault]]))
      if (problem) problems.push(`${JSON.stringify(play)} ${fault} at ${at}: ${problem}`)
      // A fault may make it longer; what was reached then is tried as well.
      end = Math.max(end, Math.min(moments, 200))
      count++
    }
  return { problems, count }
}

/** A shape as it goes well, with a last step that cannot be done, and with one that cannot be undone. */
export function playsOf(shape: Shape): Play[] {
  const last = shape.length - 1
  return [{ shape }, { shape, refuses: last }, { shape, final: last }]
}

/** Every shape of so many steps, once: what waits for what, without what follows from it. */
export function shapesOf(count: number): Shape[] {
  const pairs: [number, number][] = []
  for (let to = 1; to < count; to++) for (let from = 0; from < to; from++) pairs.push([from, to])
  const seen = new Set<string>()
  const shapes: Shape[] = []
  const orders = permutations(count)
  for (let bits = 0; bits < 2 ** pairs.length; bits++) {
    const before = (from: number, to: number): boolean =>
      pairs.some(([low, high], at) => low === from && high === to && (bits & (1 << at)) !== 0)
    const all = Array.from({ length: count }, (_, to) => Array.from({ length: count }, (__, from) => before(from, to)))
    if (!isClosed(all)) continue
    const name = orders
      .map((order) => order.map((to) => order.map((from) => +!!all[to]?.[from]).join("")).join())
      .sort()[0]
    if (seen.has(name as string)) continue
    seen.add(name as string)
    shapes.push(all.map((row, to) => row.flatMap((is, from) => (is && !between(all, from, to) ? [from] : []))))
  }
  return shapes
}

/** Whether whatever is before something is before everything behind it. */
function isClosed(all: readonly (readonly boolean[])[]): boolean {
  return all.every((row) =>
    row.every((is, middle) => !is || (all[middle] ?? []).every((other, from) => !other || row[from])),
  )
}

function between(all: readonly (readonly boolean[])[], from: number, to: number): boolean {
  return all.some((row, middle) => row[from] === true && all[to]?.[middle] === true)
}

function permutations(count: number): number[][] {
  if (count === 0) return [[]]
  return permutations(count - 1).flatMap((rest) =>
    Array.from({ length: count }, (_, at) => [...rest.slice(0, at), count - 1, ...rest.slice(at)]),
  )
}
