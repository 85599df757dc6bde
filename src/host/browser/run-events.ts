import type { RunEvent, Settled } from "cubular/contract"

/** The events of a run in another thread. Every iteration starts at the first event and ends with the run. */
export class RunEvents implements AsyncIterable<RunEvent> {
  readonly #events: RunEvent[] = []
  #over = false
  #waiting: (() => void)[] = []

  /** Takes the next event. */
  readonly add = (event: RunEvent): void => {
    if (this.#over) return
    this.#events.push(event)
    this.#over = event.type === "run_done"
    const waiting = this.#waiting
    this.#waiting = []
    for (const wake of waiting) wake()
  }

  /**
   * Told when the run is over. Events on their way are waited for no longer: what they would say of the steps is told
   * from the result, without times, as a local run does when it is asked late.
   */
  finish(settled: Settled): void {
    if (this.#over) return
    const told = new Set(this.#events.map(keyOf))
    for (const event of toldBy(settled)) if (!told.has(keyOf(event))) this.add(event)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent, void, void> {
    for (let at = 0; ; at++) {
      while (at >= this.#events.length && !this.#over) await new Promise<void>((wake) => this.#waiting.push(wake))
      const event = this.#events[at]
      if (event === undefined) return
      yield event
    }
  }
}

const keyOf = (event: RunEvent): string => ("step" in event ? `${event.type} ${event.step}` : event.type)

function* toldBy(settled: Settled): Iterable<RunEvent> {
  yield { type: "run_started", plan: settled.plan }
  for (const [step, { outcome, error }] of Object.entries(settled.steps)) {
    if (outcome === "ok" || outcome === "failed") yield { type: "step_started", step }
    yield { type: "step_done", step, outcome, ...(error ? { error } : {}) }
  }
  if (settled.ok) yield { type: "run_done", ok: true }
  else yield { type: "run_done", ok: false, error: settled.error.toJSON() }
}
