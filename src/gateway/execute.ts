import {
  type CompositionDocument,
  CubeError,
  type CubeErrorJson,
  createRunner,
  decodeJson,
  encodeJson,
  type Host,
  type Issue,
  isCubeError,
  type Json,
  type Registry,
  type RunEvent,
  type Runner,
  type RunRecord,
  type Settled,
  type StepResult,
  type Value,
  type Values,
} from "cubular"
import { composition_not_served, gateway_failed, stream_unknown } from "cubular/messages/en"
import { policies } from "cubular/policies"
import { saga } from "cubular/saga"
import { streams } from "cubular/streams"

/** One run asked for from another thread or process. JSON. */
export interface ExecuteRequest {
  /** A composition the registry holds, or the text of a document. */
  readonly source: { readonly id: string } | { readonly text: string }
  /** Inputs in the encoded JSON form of values. */
  readonly inputs: Json
  readonly options?: {
    readonly deadlineMs?: number
    readonly seed?: string
    readonly record?: boolean
    readonly events?: boolean
    /** Of a saga. */
    readonly id?: string
    /** An output that is a stream, whose items are told as they come. */
    readonly stream?: string
  }
}

/** What came of it. JSON. `issues` alone when the document was refused. */
export interface ExecuteReply {
  readonly ok: boolean
  readonly outputs?: Json
  readonly fingerprint?: string
  readonly plan?: string
  readonly steps?: { readonly [path: string]: StepResult }
  readonly error?: CubeErrorJson
  readonly issues?: readonly Issue[]
  readonly record?: RunRecord
  readonly saga?: Settled["saga"]
  readonly events?: readonly RunEvent[]
}

/** Takes an item in the encoded JSON form of values; the next one is asked for when it is done with it. */
export type TakeItem = (item: Json) => void | Promise<void>

/** Answers requests one after the other. Never rejects. */
export type Executor = (request: ExecuteRequest, take?: TakeItem) => Promise<ExecuteReply>

/**
 * Plans and runs what it is asked to, with fingerprint; the runner of the last source is kept for the next request. For
 * tools that drive a host from outside (the command line's `--host`): it runs any document, so it is not for the public
 * network.
 */
export function createExecutor(registry: Registry, host: Host): Executor {
  let kept: { readonly source: string; readonly runner: Runner } | undefined
  const runnerFor = async (source: ExecuteRequest["source"]): Promise<Runner> => {
    const key = JSON.stringify(source)
    if (kept?.source === key) return kept.runner
    await kept?.runner.stop()
    kept = undefined
    const runner = await createRunner(documentOf(registry, source), registry, host, {
      check: "wires",
      policies,
      streams,
      saga,
    })
    kept = { source: key, runner }
    return runner
  }
  return async ({ source, inputs, options = {} }, take) => {
    try {
      const runner = await runnerFor(source)
      const { events: wanted = false, stream, ...rest } = options
      if (stream !== undefined) checkStream(runner, stream)
      const run = runner.run(decodeJson(inputs, ["inputs"]) as Values, { ...rest, fingerprint: true })
      const told = stream === undefined ? undefined : tell(run.streams[stream] as AsyncIterable<Value>, take)
      const events = wanted ? await gather(run.events) : undefined
      await told
      return toReply(await run.settled, events)
    } catch (error) {
      return toFailure(error)
    }
  }
}

function documentOf(registry: Registry, source: ExecuteRequest["source"]): string | CompositionDocument {
  if ("text" in source) return source.text
  const found = registry.documents().find(({ id }) => id === source.id)
  if (found === undefined) throw new CubeError({ ...composition_not_served, params: { id: source.id.slice(0, 64) } })
  return found
}

/**
 * A run that is stopped before it does anything says which streams there are; a saga, which would be noted, has none.
 *
 * @throws {CubeError} `stream_unknown`
 */
function checkStream(runner: Runner, port: string): void {
  const isSaga = runner.plan.document.mode === "saga"
  const streams = isSaga ? {} : runner.run({}, { signal: AbortSignal.abort() }).streams
  if (!Object.hasOwn(streams, port)) throw new CubeError({ ...stream_unknown, params: { port: port.slice(0, 64) } })
}

async function tell(items: AsyncIterable<Value>, take: TakeItem | undefined): Promise<void> {
  try {
    for await (const item of items) await take?.(encodeJson(item))
  } catch {
    // The run fails of it, and says so.
  }
}

async function gather(events: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  const all: RunEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

/** The JSON form of a settled run. */
export function toReply(settled: Settled, events?: readonly RunEvent[]): ExecuteReply {
  return {
    ok: settled.ok,
    outputs: encodeJson(settled.outputs),
    ...(settled.fingerprint === undefined ? {} : { fingerprint: settled.fingerprint }),
    plan: settled.plan,
    steps: settled.steps,
    ...(settled.ok ? {} : { error: settled.error.toJSON() }),
    ...(settled.record === undefined ? {} : { record: settled.record }),
    ...(settled.saga === undefined ? {} : { saga: settled.saga }),
    ...(events === undefined ? {} : { events }),
  }
}

/** The JSON form of what stopped a run before it began. */
export function toFailure(error: unknown): ExecuteReply {
  const known = isCubeError(error) ? error : new CubeError({ ...gateway_failed, cause: error })
  return known.issues === undefined ? { ok: false, error: known.toJSON() } : { ok: false, issues: known.issues }
}
