import {
  type Clock,
  CubeError,
  encodeJson,
  type Host,
  isCubeError,
  type RunOptions,
  type Value,
} from "cubular/contract"
import { budget_exceeded, deadline_exceeded, host_lacks, run_option_refused } from "cubular/messages/en"
import { utf8 } from "./digest.ts"

/**
 * What a run was told to heed: a signal, a deadline, budgets. Between steps it is asked; while the run waits, the signal
 * and a sleep of the host's clock call in by themselves.
 *
 * Budgets: `steps` counts steps that started, calls by `step.call` among them; `bytes` the UTF-8 bytes of their outputs
 * and of the items of their streams in the encoded JSON form; `items` those items; `fanOut` is how many of them may be at work at once. One more than allowed ends the run.
 */
export class Watch {
  /** Epoch ms of the host's clock. */
  readonly deadline: number | undefined
  private readonly options: RunOptions
  private readonly cancel: (reason: unknown) => void
  private readonly clock: Clock | undefined
  private readonly end: number = Number.POSITIVE_INFINITY
  private timer: AbortController | undefined
  private waits = false
  private steps = 0
  private bytes = 0
  private items = 0

  constructor(options: RunOptions, host: Host, cancel: (reason: unknown) => void) {
    this.options = options
    this.cancel = cancel
    const { deadlineMs } = options
    if (deadlineMs === undefined) return
    this.clock = host.clock
    if (!this.clock) throw new CubeError({ ...host_lacks, params: { power: "clock" } })
    this.deadline = this.clock.now() + deadlineMs
    this.end = this.clock.monotonic() + deadlineMs
  }

  /** Looks at what cannot call in while code runs. */
  look(): void {
    const { signal } = this.options
    if (signal?.aborted) this.abort()
    else if (this.clock && this.clock.monotonic() >= this.end) this.late()
  }

  /** The run is going to wait. */
  wait(): void {
    this.waits = true
    this.options.signal?.addEventListener("abort", this.abort, { once: true })
    if (!this.clock) return
    this.timer = new AbortController()
    this.clock.sleep(Math.max(0, this.end - this.clock.monotonic()), this.timer.signal).then(this.late, () => undefined)
  }

  /** The run is over. */
  stop(): void {
    if (!this.waits) return
    this.options.signal?.removeEventListener("abort", this.abort)
    // Without a reason the platform makes an error of its own, which takes longer than most runs.
    this.timer?.abort("over")
  }

  started(running: number): void {
    const { steps, fanOut } = this.options.budget ?? {}
    if (++this.steps > (steps ?? Number.POSITIVE_INFINITY)) this.overspend("steps", steps as number)
    else if (running > (fanOut ?? Number.POSITIVE_INFINITY)) this.overspend("fanOut", fanOut as number)
  }

  gave(outputs: Value): void {
    const { bytes } = this.options.budget ?? {}
    if (bytes === undefined) return
    this.bytes += utf8(JSON.stringify(encodeJson(outputs))).length
    if (this.bytes > bytes) this.overspend("bytes", bytes)
  }

  /** An item of a stream goes by: its bytes count like those of outputs. */
  passed(item: Value): void {
    const { items } = this.options.budget ?? {}
    if (++this.items > (items ?? Number.POSITIVE_INFINITY)) this.overspend("items", items as number)
    else this.gave(item)
  }

  private readonly abort = (): void => this.cancel((this.options.signal as AbortSignal).reason)

  private readonly late = (): void => {
    this.cancel(new CubeError({ ...deadline_exceeded, params: { deadlineMs: this.options.deadlineMs as number } }))
  }

  private overspend(budget: string, limit: number): void {
    this.cancel(new CubeError({ ...budget_exceeded, params: { budget, limit } }))
  }
}

/**
 * The options of a run as plain data, read once: nothing a getter or a proxy does gets out, or changes later.
 *
 * @throws {CubeError} `run_option_refused`
 */
export function readOptions(given: RunOptions): RunOptions {
  try {
    const { signal, deadlineMs, budget, fingerprint, record, seed, tracer } = given
    const { steps, bytes, fanOut, items } = budget ?? {}
    check("signal", "AbortSignal", signal === undefined || typeof signal.addEventListener === "function")
    check("deadlineMs", ">= 0", isAmount(deadlineMs))
    check("tracer", "RunTracer", tracer === undefined || typeof tracer.requested === "function")
    check("seed", "string", seed === undefined || typeof seed === "string")
    for (const [key, amount] of Object.entries({ steps, bytes, fanOut, items }))
      check(`budget.${key}`, ">= 0", isAmount(amount))
    const amounts = budget && { steps, bytes, fanOut, items }
    return {
      signal,
      deadlineMs,
      budget: amounts,
      fingerprint: fingerprint === true,
      record: record === true,
      seed,
      tracer,
    } as RunOptions
  } catch (error) {
    if (isCubeError(error)) throw error
    throw new CubeError({ ...run_option_refused, path: ["options"], params: { option: "*", takes: "{ … }" } })
  }
}

function isAmount(given: unknown): boolean {
  return given === undefined || (typeof given === "number" && given >= 0)
}

function check(option: string, takes: string, passes: boolean): void {
  if (!passes) throw new CubeError({ ...run_option_refused, path: ["options"], params: { option, takes } })
}
