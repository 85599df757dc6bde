import type { CubeErrorJson, Host, Outcome, RunEvent } from "cubular/contract"

type Untimed = RunEvent extends infer E ? (E extends RunEvent ? Omit<E, "at"> : never) : never

/**
 * The events of one run, kept from the first to the last, so that everyone who iterates gets all of them. Made when
 * somebody first asks: what happened before is told without times, since nobody looked at the clock then.
 */
export class EventLog implements AsyncIterable<RunEvent> {
  private readonly events: RunEvent[] = []
  private readonly clock: Host["clock"]
  private live = false
  private ended = false
  private wake: (() => void)[] = []

  constructor(host: Host) {
    this.clock = host.clock
  }

  /** From here on, things happen as they are told. */
  begin(): void {
    this.live = true
  }

  add(event: Untimed): void {
    const at = this.live ? this.clock?.now() : undefined
    this.events.push((at === undefined ? event : { ...event, at }) as RunEvent)
    this.ended = event.type === "run_done"
    const { wake } = this
    this.wake = []
    for (const each of wake) each()
  }

  started(step: string): void {
    this.add({ type: "step_started", step })
  }

  done(step: string, outcome: Outcome, error: CubeErrorJson | undefined): void {
    this.add({ type: "step_done", step, outcome, ...(error ? { error } : {}) })
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent, void, undefined> {
    for (let next = 0; ; next++) {
      while (next === this.events.length) {
        if (this.ended) return
        await new Promise<void>((resolve) => this.wake.push(resolve))
      }
      yield this.events[next] as RunEvent
    }
  }
}
