import type { RunEvent } from "cubular/contract"

/** The events of a run in another thread. Every iteration starts at the first event received and ends with the run. */
export class RunEvents implements AsyncIterable<RunEvent> {
  readonly #events: RunEvent[] = []
  #over = false
  #waiting: (() => void)[] = []
  #lastStep: string | undefined

  /** Path of the step that started last. */
  get lastStep(): string | undefined {
    return this.#lastStep
  }

  readonly report = (event: RunEvent | undefined): void => {
    if (this.#over) return
    if (event === undefined) this.#over = true
    else this.#events.push(event)
    if (event?.type === "step_started") this.#lastStep = event.step
    const waiting = this.#waiting
    this.#waiting = []
    for (const wake of waiting) wake()
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
