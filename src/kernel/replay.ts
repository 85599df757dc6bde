import {
  type Clock,
  type CompositionDocument,
  CubeError,
  type Difference,
  decodeJson,
  type Host,
  POLICY_NAMES,
  type RunInputs,
  type RunRecord,
  type RunResult,
  type StepRecord,
  type Values,
} from "cubular/contract"
import { no_such_step, record_malformed, stream_not_recorded } from "cubular/messages/en"
import * as z from "zod"
import { findDifference } from "./difference.ts"
import { firstProblem, type SchemaIssue } from "./expected.ts"
import type { Streams } from "./flows.ts"
import type { Feed, Fixed } from "./ground.ts"
import type { Limits } from "./limits.ts"
import { plan as makePlan } from "./plan.ts"
import type { Plan } from "./planned.ts"
import { toHoldings } from "./registry.ts"
import { secretsIn } from "./role.ts"
import { createPlanRunner } from "./runner.ts"
import type { Taken } from "./tap.ts"

export interface ReplayOptions {
  /** Path of a step: it and what depends on it run again, for all others their recorded outcome stands. */
  readonly from?: string
  readonly limits?: Partial<Limits>
  /** What runs streams, from `cubular/streams`. */
  readonly streams?: Streams
  /** The items of stream inputs: a record holds only their count and hash. */
  readonly inputs?: RunInputs
}

export interface Replay extends RunResult {
  /** Whether fingerprint, outcomes and all values, also those in between, are the recorded ones. */
  readonly same: boolean
  /** Whether the document now plans to another digest, for example with a newer cube. */
  readonly planChanged: boolean
  /** The first difference in plan order. */
  readonly difference?: Difference
}

/**
 * Executes a recorded run again, with the recorded seed, clock and replies, and compares. The host is asked for nothing
 * that the record holds, so it need not have a clock or a network. Steps that were cancelled stay cancelled.
 *
 * @param record - As `record: true` left it, from any host; read as strictly as everything from outside.
 * @throws {CubeError} `record_malformed`, `composition_invalid` when its document cannot be planned here, `no_such_step`.
 */
export async function replay(
  record: RunRecord,
  registry: unknown,
  host: Host,
  options: ReplayOptions = {},
): Promise<Replay> {
  const known = readRecord(record)
  const { from, limits, streams, inputs: items } = options
  const powers = standIns(host, known)
  // None is applied: what they decided is in the record.
  const policies = POLICY_NAMES.map((name) => ({ name }))
  const plan = await makePlan(known.document, withDocuments(registry, known), powers, {
    ...(limits && { limits }),
    policies,
    streams,
  })
  const inputs = { ...(decodeJson(known.inputs, ["inputs"]) as Values), ...items }
  for (const { name, stream } of plan.inputs)
    if (stream && !Object.hasOwn(items ?? {}, name))
      throw new CubeError({ ...stream_not_recorded, path: ["inputs", name], params: { input: name } })
  const feed = feedOf(known, plan, from)
  const runner = await createPlanRunner(plan, powers, { seed: known.seed, ...(streams && { streams }) })
  try {
    const settled = await runner.run(inputs, { fingerprint: true, record: true }, feed).settled
    const { outputs, steps, fingerprint } = settled
    const difference = settled.record && differenceOf(known, settled.record, feed)
    return {
      same: fingerprint === known.fingerprint && difference === undefined && settled.record !== undefined,
      planChanged: plan.digest !== known.plan,
      ...(fingerprint === undefined ? {} : { fingerprint }),
      outputs,
      steps,
      plan: plan.digest,
      ...(difference ? { difference } : {}),
    }
  } finally {
    await runner.stop()
  }
}

/** Calls of steps whose outcome stands were not made again, nor those inside a call that was called off. */
function differenceOf(known: RunRecord, again: RunRecord, { fixed, calledOff }: Feed): Difference | undefined {
  const off = [...calledOff].map((path) => `${path}>`)
  const steps = known.steps.filter(
    ({ path }) =>
      !path.includes(">") ||
      (!fixed.has(path.slice(0, path.indexOf(">"))) && !off.some((outer) => path.startsWith(outer))),
  )
  const failed = steps.filter(({ outcome }) => outcome === "failed").map(({ path }) => `${path}>`)
  const [there, here] = [endedIn(steps), endedIn(again.steps)]
  // How far the calls of a step had come when one of them failed it is a matter of time, and none passes in a replay.
  const counts = ({ path }: StepRecord): boolean =>
    (there.has(path) && here.has(path)) || !failed.some((outer) => path.startsWith(outer))
  return findDifference({ ...known, steps: steps.filter(counts) }, { ...again, steps: again.steps.filter(counts) })
}

function endedIn(steps: readonly StepRecord[]): ReadonlySet<string> {
  return new Set(steps.filter(({ outcome }) => outcome !== "cancelled").map(({ path }) => path))
}

/** Powers the record answers for, so that the document can be planned on a host that lacks them. */
function standIns(host: Host, { document, compositions }: RunRecord): Host {
  const missing = (): never => {
    throw new CubeError({ ...record_malformed, path: ["steps"] })
  }
  const clock: Clock = host.clock ?? { now: missing, monotonic: missing, sleep: missing }
  return Object.create(host, {
    clock: { value: clock },
    http: { value: host.http ?? missing },
    // Not even those there are: a replay changes nothing.
    stores: { value: new Proxy({}, { get: missing }) },
    messages: { value: { publish: missing } },
    allowedOrigins: { value: undefined },
    // Only requests need their values, and none is sent.
    secret: { value: host.secret ?? missing },
    secretNames: { value: secretsIn([document, compositions]) },
  }) as Host
}

/** The registry with the compositions the record used: these decide over others of the same id and version. */
function withDocuments(registry: unknown, { compositions = {} }: RunRecord): unknown {
  const held = toHoldings(registry)
  const brought = Object.values(compositions) as unknown as CompositionDocument[]
  return {
    manifests: () => held.manifests(),
    documents: () => [...brought, ...held.documents()],
    load: (id: string, version: string) => held.load(id, version),
  }
}

function feedOf({ steps }: RunRecord, plan: Plan, from: string | undefined): Feed {
  const again = stepsFrom(plan, from)
  const fixed = new Map<string, Fixed>()
  for (const step of steps)
    if (!again.has(step.path) || step.outcome === "cancelled" || step.policy?.answer !== undefined)
      fixed.set(step.path, fixedOf(step))
  const off = steps.filter(({ path, outcome }) => path.includes(">") && outcome === "cancelled")
  return {
    host: new Map(steps.map(({ path, host = [] }) => [path, host as readonly Taken[]])),
    fixed,
    calledOff: new Set(off.map(({ path }) => path)),
  }
}

function fixedOf({ path, outcome, code, outputs = {} }: StepRecord): Fixed {
  return { outcome, code, outputs: decodeJson(outputs, ["steps", path, "outputs"]) as Values }
}

/** Paths of the step and of all that depend on it; of all steps, when there is none to begin from. */
function stepsFrom({ steps }: Plan, from: string | undefined): ReadonlySet<string> {
  const paths = steps.map((step) => step.path)
  if (from === undefined) return new Set(paths)
  if (!paths.includes(from)) throw new CubeError({ ...no_such_step, params: { path: String(from), steps: paths } })
  const again = new Set<number>()
  // Items are not recorded: who reads a stream runs again with who gives it, and the other way round.
  for (let size = -1; size < again.size; ) {
    size = again.size
    for (const { index, path, waitsFor, reads } of steps) {
      if (path === from || waitsFor.some((before) => again.has(before))) again.add(index)
      if (again.has(index)) for (const source of reads) again.add(source)
    }
  }
  return new Set(paths.filter((_, index) => again.has(index)))
}

/** Made when it is first needed, and kept: making it takes longer than using it. */
let schema: z.ZodType | undefined

function readRecord(record: unknown): RunRecord {
  schema ??= recordSchema()
  const known = schema
  const { data, error } = safely(() => known.safeParse(record))
  if (data) return data as RunRecord
  const { path } = firstProblem((error?.issues ?? []) as unknown as readonly SchemaIssue[])
  throw new CubeError({ ...record_malformed, path })
}

/** What reading a hostile value throws is no news either. */
function safely<T>(read: () => T): T | { readonly data?: undefined; readonly error?: undefined } {
  try {
    return read()
  } catch {
    return {}
  }
}

function recordSchema(): z.ZodType {
  const object = z.record(z.string(), z.unknown())
  const taken = z.looseObject({
    power: z.enum([
      "clock.now",
      "clock.monotonic",
      "clock.sleep",
      "random.next",
      "random.below",
      "ids.next",
      "http.fetch",
    ]),
    value: z.union([z.number(), z.string()]).optional(),
    done: z.int().optional(),
  })
  const kept = z.looseObject({ power: z.literal("stores"), done: z.int().optional() })
  const published = z.looseObject({
    power: z.literal("messages.publish"),
    value: z.array(object),
    done: z.int().optional(),
  })
  const step = z.looseObject({
    path: z.string(),
    outcome: z.enum(["ok", "skipped", "failed", "cancelled"]),
    code: z.string().optional(),
    outputs: object.optional(),
    host: z.array(z.union([taken, kept, published])).optional(),
    policy: z.looseObject({ attempts: z.int(), answer: z.string().optional(), decisions: z.array(object) }).optional(),
  })
  return z.looseObject({
    format: z.literal(1),
    document: object,
    // The rest of each is judged as a document.
    compositions: z.record(z.string(), z.looseObject({ id: z.string(), version: z.string() })).optional(),
    plan: z.string(),
    seed: z.string(),
    inputs: object,
    steps: z.array(step),
    fingerprint: z.string().optional(),
  })
}
