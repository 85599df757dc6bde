import { CubeError, isCubeError, type Run, type RunEvent, type RunResult, type Settled } from "cubular/contract"
import { run_cancelled } from "cubular/messages/en"
import type { Course } from "./course.ts"

/** A saga at work, as a run: to cancel it is to ask for its undoing. */
export function runOf(course: Course): Run {
  return createRun(
    course.ended,
    (reason) => course.cancel(toReason(reason)),
    () => course.forwardRun,
  )
}

/** Why a saga is to be undone, as a journal can keep it. */
export function toReason(reason: unknown): CubeError {
  return isCubeError(reason) ? reason : new CubeError({ ...run_cancelled, cause: reason })
}

/** A run that comes to what `ended` comes to. */
export function createRun(
  ended: Promise<Settled>,
  cancel: (reason: unknown) => void,
  inner: () => Promise<Run | undefined>,
): Run {
  return {
    // A saga with streams is refused.
    streams: {},
    get result() {
      return ended.then(toResult)
    },
    get settled() {
      return ended
    },
    get events() {
      return follow(ended, inner())
    },
    cancel(reason = new CubeError(run_cancelled)) {
      cancel(reason)
    },
  }
}

function toResult(settled: Settled): RunResult {
  if (!settled.ok) throw settled.error
  const { ok, ...result } = settled
  return result
}

/** The events of the way forward, and the saga's own end. */
async function* follow(ended: Promise<Settled>, inner: Promise<Run | undefined>): AsyncGenerator<RunEvent, void> {
  const run = await inner
  if (run) for await (const event of run.events) if (event.type !== "run_done") yield event
  const settled = await ended
  const saga = settled.saga ? { saga: settled.saga.state } : {}
  yield { type: "run_done", ok: settled.ok, ...saga, ...(settled.ok ? {} : { error: settled.error.toJSON() }) }
}
