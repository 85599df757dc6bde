import {
  type AnyCube,
  type CompositionDocument,
  type CubeError,
  canonical,
  createRunner,
  decodeJson,
  encodeJson,
  type Host,
  type Json,
  type Outcome,
  type Run,
  type RunOptions,
  type RunRecord,
  type RunResult,
  replay,
  type Value,
  type Values,
} from "cubular"
import { policies } from "cubular/policies"
import { type Cell, STOP_MS } from "./cell.ts"
import { probes } from "./probe.ts"

/** How a suite wants its host: a clock that stands at `now` and jumps to the next sleeper when nothing is left to do. */
export interface HostWish {
  readonly now: number
  readonly seed: string
  readonly autoAdvance: boolean
  /** Answers every request; absent, the host has no http. */
  readonly http?: (request: Request) => Response
  readonly secrets?: {
    readonly [name: string]: {
      readonly value: string
      readonly cubes: readonly string[]
      readonly origins: readonly string[]
    }
  }
}

/** Makes a fresh host for one cell or case; `createHost` of `cubular/host/memory` is one. */
export type CreateHost = (wish: HostWish) => Host

export interface CellOptions {
  readonly check?: "edges" | "wires"
  /** Cubes and documents the cell uses besides the probes. */
  readonly registry?: readonly (AnyCube | CompositionDocument)[]
}

/** What came of a cell. */
export interface Observed {
  readonly ok: boolean
  readonly code?: string
  /** Every step: "ok", "skipped", "cancelled", or the code it failed with. */
  readonly steps: { readonly [path: string]: string }
  /** In the JSON form of values. */
  readonly outputs: { readonly [name: string]: Json }
  readonly plan: string
  readonly fingerprint?: string
  /** What `result` rejected with: nothing, the reason of the cancellation itself, or an error by its code. */
  readonly rejected: string
  /** Events in order: "run_started", "step_started s", "step_done s ok", "run_done true". */
  readonly events: readonly string[]
  /** What a replay of the record on a fresh host came to; absent for runs that were ended. */
  readonly replayed?: { readonly same: boolean; readonly planChanged: boolean; readonly fingerprint?: string }
  /** Sleeps the host still keeps, where it counts them. */
  readonly pendingTimers: number
}

const WISH: HostWish = { now: 0, seed: "conformance", autoAdvance: true }
const REASON = { why: "the cell says so" }

/** Runs a cell on a fresh host, and its record once more on another. */
export async function runCell(cell: Cell, createHost: CreateHost, options: CellOptions = {}): Promise<Observed> {
  const { check = "edges", registry = [] } = options
  const host = createHost(WISH)
  const known = [...probes, ...cell.compositions, ...registry]
  const runner = await createRunner(cell.document, known, host, { check, seed: "table", policies })
  const run = runner.run(decodeJson(cell.inputs) as Values, runOptions(cell))
  const events = eventsOf(run)
  if (cell.outcome === "cancel") void host.clock?.sleep(STOP_MS).then(() => run.cancel(REASON))
  const settled = await run.settled
  const rejected = await run.result.then(() => "", nameOf)
  await runner.stop()
  const { record, fingerprint } = settled
  return {
    ok: settled.ok,
    ...(settled.ok ? {} : { code: settled.error.code }),
    steps: stepsOf(settled),
    outputs: encodeJson(settled.outputs) as Observed["outputs"],
    plan: settled.plan,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    rejected,
    events: await events,
    ...(record && fingerprint !== undefined ? { replayed: await replayOf(record, known, createHost(WISH)) } : {}),
    pendingTimers: (host as { pendingTimers?: number }).pendingTimers ?? 0,
  }
}

function runOptions({ outcome }: Cell): RunOptions {
  return { fingerprint: true, record: true, ...(outcome === "deadline" ? { deadlineMs: STOP_MS } : {}) }
}

function nameOf(error: unknown): string {
  return error === REASON ? "reason" : (error as CubeError).code
}

function stepsOf({ steps }: RunResult): { readonly [path: string]: string } {
  const word = (outcome: Outcome, code: string | undefined): string => (outcome === "failed" ? String(code) : outcome)
  return Object.fromEntries(
    Object.entries(steps).map(([path, { outcome, error }]) => [path, word(outcome, error?.code)]),
  )
}

async function eventsOf({ events }: Run): Promise<string[]> {
  const told: string[] = []
  for await (const event of events) {
    if (event.type === "run_done") told.push(`run_done ${event.ok}`)
    else if (event.type === "run_started") told.push(event.type)
    else told.push([event.type, event.step, ...(event.type === "step_done" ? [event.outcome] : [])].join(" "))
  }
  return told
}

/** The record goes through JSON text, as one that was saved. */
async function replayOf(
  record: RunRecord,
  known: readonly unknown[],
  host: Host,
): Promise<NonNullable<Observed["replayed"]>> {
  const saved = JSON.parse(JSON.stringify(record)) as RunRecord
  const { same, planChanged, fingerprint } = await replay(saved, known, host)
  return { same, planChanged, ...(fingerprint === undefined ? {} : { fingerprint }) }
}

/** What is wrong with what came of a cell, as sentences; none when all is as expected. */
export function problemsOf({ expect, outcome }: Cell, observed: Observed): string[] {
  const ended = outcome === "cancel" || outcome === "deadline"
  const code = expect.code || undefined
  return [
    ...differ("code", code, observed.code),
    ...differ("ok", code === undefined, observed.ok),
    ...differ("steps", expect.steps, observed.steps),
    ...differ("outputs", expect.outputs, observed.outputs),
    ...differ("rejection", outcome === "cancel" ? "reason" : (code ?? ""), observed.rejected),
    ...differ("pending timers", 0, observed.pendingTimers),
    ...eventProblems(observed),
    ...(ended ? differ("fingerprint", undefined, observed.fingerprint) : fingerprintProblems(observed)),
  ]
}

function fingerprintProblems({ fingerprint, replayed }: Observed): string[] {
  if (!/^[0-9a-f]{64}$/.test(fingerprint ?? "")) return [`The fingerprint is ${fingerprint}.`]
  return differ("replay", { same: true, planChanged: false, fingerprint }, replayed)
}

/** A run starts first and ends last; each step starts at most once, before it is done; each is done once. */
function eventProblems({ events, steps, ok }: Observed): string[] {
  const done = Object.entries(steps).map(([path, word]) => {
    const outcome = /^(ok|skipped|cancelled)$/.test(word) ? word : "failed"
    return `step_done ${path} ${outcome}`
  })
  const problems = [
    ...differ("first event", "run_started", events[0]),
    ...differ("last event", `run_done ${ok}`, events.at(-1)),
    ...differ("ends of steps", done.sort(), events.filter((event) => event.startsWith("step_done ")).sort()),
  ]
  for (const path of Object.keys(steps)) {
    const started = events.filter((event) => event === `step_started ${path}`)
    const at = events.indexOf(`step_started ${path}`)
    const end = events.findIndex((event) => event.startsWith(`step_done ${path} `))
    if (started.length > 1) problems.push(`Step ${path} was told to have started ${started.length} times.`)
    if (at > end) problems.push(`Step ${path} was told to be done before it started.`)
    if (started.length === 0 && /^ok$/.test(steps[path] ?? "")) problems.push(`Step ${path} never started, yet is ok.`)
  }
  return problems
}

/** A sentence where two JSON values differ. */
export function differ(what: string, expected: unknown, found: unknown): string[] {
  const [left, right] = [textOf(expected), textOf(found)]
  return left === right ? [] : [`The ${what} should be ${left}; found ${right}.`]
}

function textOf(value: unknown): string {
  return value === undefined ? "absent" : canonical(value as Value)
}
