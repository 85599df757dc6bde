import {
  type CloudEvent,
  CubeError,
  type CubeHandle,
  type CubeInstance,
  type CubeLogLine,
  type CubeMetrics,
  type CubeSpan,
  type Health,
  type HealthReport,
  type Host,
  isCubeError,
  type Json,
  type LifecycleState,
  type PublishOptions,
  type Value,
  type Values,
} from "cubular/contract"
import { handle_config_refused, lifecycle_illegal, stream_handle } from "cubular/messages/en"
import { compile } from "./compile.ts"
import { problemOf } from "./gather.ts"
import type { Ground } from "./ground.ts"
import { inputsOfCube } from "./inputs.ts"
import { createInstance, destroyAll } from "./instance.ts"
import type { Plan, PlannedStep } from "./planned.ts"
import { handOver, toMessage, topicOf } from "./publish.ts"
import { createDraws, createIds } from "./random.ts"
import { callsOf } from "./role.ts"
import { Execution } from "./run.ts"

/** Log lines and spans that are kept. */
const KEPT = 100

/** From which states a call is legal. */
const LEGAL = {
  initialize: ["created"],
  start: ["initialized", "stopped"],
  stop: ["started"],
  process: ["started"],
  publish: ["started"],
} as const satisfies { readonly [call: string]: readonly LifecycleState[] }

/** The standard interface around a placed cube, without its policies, with an instance of its own: whoever asked for it destroys it. */
export function createHandle(step: PlannedStep, plan: Plan, ground: Ground): CubeHandle {
  const { cube } = step
  const life = new Life(step, plan, ground)
  return {
    metadata: {
      name: cube.id,
      version: cube.version,
      color: cube.color,
      category: cube.id.slice(0, cube.id.indexOf("/")),
      dependencies: callsOf(cube, step.config),
      capabilities: cube.provides,
    },
    lifecycle: life,
    communication: {
      process: (inputs, options) => life.process(inputs, options?.signal),
      subscribe: (topic, listener) => life.subscribe(topic, listener),
      publish: (topic, data, options) => life.publish(topic, data, options),
    },
    monitoring: {
      metrics: () => ({ ...life.counts, active: life.active.size }),
      logs: () => [...life.lines],
      traces: () => [...life.spans],
    },
  }
}

class Life {
  state: LifecycleState = "created"
  readonly lines: CubeLogLine[] = []
  readonly spans: CubeSpan[] = []
  readonly active = new Set<Promise<unknown>>()
  counts: Omit<CubeMetrics, "active"> = { processed: 0, failed: 0, cancelled: 0 }
  private readonly step: PlannedStep
  private readonly plan: Plan
  private readonly ground: Ground
  private readonly host: Host
  private readonly listeners = new Map<string, Set<(message: CloudEvent) => void>>()
  private readonly ids: { next(): string }
  private instance: CubeInstance | undefined
  private own: Ground | undefined
  private health: HealthReport | undefined

  constructor(step: PlannedStep, plan: Plan, ground: Ground) {
    this.step = step
    this.plan = plan
    this.ground = ground
    const { host } = ground
    this.host = Object.create(host, {
      log: { value: (...line: Parameters<NonNullable<Host["log"]>>) => this.note(...line) },
      messages: { value: { publish: (messages: readonly CloudEvent[]) => this.send(messages) } },
    }) as Host
    this.ids = createIds(createDraws("handle", ground.seed ?? host.entropy?.() ?? "", step.path))
  }

  async initialize(config: Json | undefined = this.step.config): Promise<void> {
    this.demand("initialize")
    const { cube, path } = this.step
    const problem = cube.config && problemOf(cube.config, config)
    if (problem) {
      const params = { cube: cube.id, expected: problem.expected }
      throw new CubeError({ ...handle_config_refused, path: ["config", ...problem.path], params })
    }
    // Taken back when the cube cannot be made, so that a second call cannot slip in while the first one waits.
    this.state = "initialized"
    try {
      const parsed = cube.config ? cube.config.parse(config) : undefined
      this.instance = await createInstance(cube, parsed, this.host, ["cubes", path], false)
      this.own = groundOf(this.step, this.plan, this.ground, this.instance, this.host)
    } catch (error) {
      this.state = "created"
      throw error
    }
  }

  async start(): Promise<void> {
    this.demand("start")
    await this.instance?.start?.()
    this.state = "started"
  }

  async stop(): Promise<void> {
    this.demand("stop")
    this.state = "stopped"
    await Promise.allSettled(this.active)
    await this.instance?.stop?.()
  }

  async destroy(): Promise<void> {
    if (this.state === "destroyed") this.refuse("destroy", ["created", "initialized", "started", "stopped"])
    const instance = this.instance
    const wasStarted = this.state === "started"
    this.state = "destroyed"
    await Promise.allSettled(this.active)
    if (instance)
      await destroyAll([wasStarted ? instance : { process: instance.process, ...destroyOf(instance) }], this.host)
    this.listeners.clear()
  }

  async healthCheck(): Promise<HealthReport> {
    const { status, checks } = await this.ask()
    const since = this.health?.status === status ? this.health.since : this.host.clock?.now()
    this.health = { status, checks, ...(since === undefined ? {} : { since }) }
    return this.health
  }

  /** A cube that cannot tell is unhealthy. */
  private async ask(): Promise<Health> {
    if (this.state !== "started") return { status: "degraded", checks: [] }
    try {
      return (await this.instance?.health?.()) ?? { status: "healthy", checks: [] }
    } catch {
      return { status: "unhealthy", checks: [{ name: "health", status: "unhealthy" }] }
    }
  }

  async process(inputs: Values, signal: AbortSignal | undefined): Promise<Values> {
    this.demand("process")
    if (this.step.streams) throw new CubeError({ ...stream_handle, params: { cube: this.step.cube.id } })
    const startedAt = this.host.clock?.now()
    const { result } = new Execution(this.own as Ground, inputs, signal && { signal }, undefined)
    this.active.add(result)
    try {
      const { outputs } = await result
      this.ended(startedAt, "ok")
      return outputs
    } catch (thrown) {
      const cause = isCubeError(thrown) && thrown.code === "run_failed" ? thrown.cause : thrown
      const code = isCubeError(cause) ? cause.code : undefined
      this.ended(startedAt, signal?.aborted && thrown === signal.reason ? "cancelled" : "failed", code)
      throw cause
    } finally {
      this.active.delete(result)
    }
  }

  subscribe(topic: string, listener: (message: CloudEvent) => void): () => void {
    topicOf(this.step.cube, topic)
    const listeners = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, listeners)
    // A function of its own per subscription: the same listener may subscribe twice.
    const deliver = (message: CloudEvent): void => listener(message)
    listeners.add(deliver)
    return () => void listeners.delete(deliver)
  }

  async publish(topic: string, data: Value, options: PublishOptions | undefined): Promise<void> {
    this.demand("publish")
    const { cube, path } = this.step
    const role = { cube, path, composition: this.plan.id }
    await handOver([toMessage(role, topic, data, options, this.ids.next())], this.host)
  }

  /** To the host first: listeners hear of nothing it has not taken. */
  private async send(messages: readonly CloudEvent[]): Promise<void> {
    await this.ground.host.messages?.publish(messages)
    for (const message of messages)
      for (const deliver of [...(this.listeners.get(message.type) ?? [])]) {
        try {
          deliver(message)
        } catch {
          this.host.log?.("error", "a listener threw", { topic: message.type })
        }
      }
  }

  private demand(call: keyof typeof LEGAL): void {
    if (!(LEGAL[call] as readonly string[]).includes(this.state)) this.refuse(call, LEGAL[call])
  }

  private refuse(call: string, from: readonly LifecycleState[]): never {
    throw new CubeError({ ...lifecycle_illegal, params: { call, state: this.state, from } })
  }

  private note(...[level, message, fields]: Parameters<NonNullable<Host["log"]>>): void {
    const at = this.host.clock?.now()
    keep(this.lines, { level, message, ...(fields ? { fields } : {}), ...(at === undefined ? {} : { at }) })
    this.ground.host.log?.(level, message, fields)
  }

  private ended(startedAt: number | undefined, outcome: CubeSpan["outcome"], code?: string): void {
    const endedAt = this.host.clock?.now()
    const { processed, failed, cancelled, totalMs = 0, longestMs = 0 } = this.counts
    this.counts = {
      processed: processed + 1,
      failed: failed + (outcome === "failed" ? 1 : 0),
      cancelled: cancelled + (outcome === "cancelled" ? 1 : 0),
    }
    const times = startedAt === undefined || endedAt === undefined ? undefined : { startedAt, endedAt }
    keep(this.spans, { name: this.step.path, outcome, ...times, ...(code === undefined ? {} : { code }) })
    if (!times) return
    const ms = times.endedAt - times.startedAt
    this.counts = { ...this.counts, totalMs: totalMs + ms, longestMs: Math.max(longestMs, ms) }
  }
}

function keep<T>(list: T[], item: T): void {
  if (list.push(item) > KEPT) list.shift()
}

/** A plan of this one step, fed with whatever comes from outside. */
function groundOf(step: PlannedStep, plan: Plan, ground: Ground, instance: CubeInstance, host: Host): Ground {
  const inputs = inputsOfCube(step.cube)
  const source = (slot: number) => ({ kind: "slot", slot, pointer: [] }) as const
  const alone: PlannedStep = {
    ...step,
    index: 0,
    inputs: inputs.map(({ name, required, fallback }, slot) => {
      return { port: name, required, source: source(slot), fallback, check: undefined }
    }),
    firstSlot: inputs.length,
    when: [],
    waitsFor: [],
    reads: [],
    policy: undefined,
  }
  const small: Plan = {
    ...plan,
    digest: "",
    inputs,
    steps: [alone],
    outputs: step.outputs.map((name, at) => ({ name, source: source(inputs.length + at) })),
    slots: inputs.length + step.outputs.length,
  }
  const program = compile(
    small,
    () => instance,
    () => undefined,
  )
  return { ...ground, program, host, waiting: [], ended: () => undefined, allOk: undefined }
}

function destroyOf(instance: CubeInstance): Pick<CubeInstance, "destroy"> {
  return instance.destroy ? { destroy: () => instance.destroy?.() } : {}
}
