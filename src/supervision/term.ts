import { type AnyCube, type CubeInstance, isStream, type Log, type Step, type Values } from "cubular/contract"
import { codeOf } from "./code.ts"
import { watched } from "./stream.ts"

/** One instance from its making to its end, and the calls under way in it. */
export class Term {
  readonly instance: CubeInstance
  private calls = 0
  private ending: Promise<void> | undefined
  private retired: Log | "in place" | undefined = "in place"

  private readonly streams: readonly string[]

  constructor(instance: CubeInstance, { outputs }: AnyCube) {
    this.instance = instance
    this.streams = Object.keys(outputs).filter((port) => isStream(outputs[port]))
  }

  get idle(): boolean {
    return this.calls === 0
  }

  /** What the instance gives, noted until it ends: with streams, when the last of them is over. */
  process(inputs: Values, step: Step): Values | Promise<Values> {
    this.calls++
    try {
      const returned = this.instance.process(inputs, step)
      return isThenable(returned) ? this.follow(returned, step) : this.took(returned, step)
    } catch (thrown) {
      this.left()
      throw thrown
    }
  }

  /** No new calls come: it is stopped and destroyed when those under way have ended. */
  retire(log: Log | undefined): void {
    this.retired = log
    if (this.idle) void this.end(log)
  }

  /** Stops and destroys it, once; what that throws is logged by its code. */
  end(log: Log | undefined): Promise<void> {
    this.ending ??= this.destroy(log)
    return this.ending
  }

  private async destroy(log: Log | undefined): Promise<void> {
    for (const last of ["stop", "destroy"] as const)
      try {
        await this.instance[last]?.()
      } catch (thrown) {
        log?.("error", `${last} of a cube failed`, { error: codeOf(thrown) })
      }
  }

  private async follow(returned: Promise<Values>, step: Step): Promise<Values> {
    let outputs: Values
    try {
      outputs = await returned
    } catch (thrown) {
      this.left()
      throw thrown
    }
    return this.took(outputs, step)
  }

  /** Its outputs, whose streams are still its work. */
  private took(outputs: Values, step: Step): Values {
    const open = this.streams.filter((port) => isIterable(outputs?.[port]))
    if (open.length === 0) {
      this.left()
      return outputs
    }
    this.calls += open.length - 1
    const left = (): void => this.left()
    const streams = open.map((port) => [port, watched(outputs[port] as never, step.signal, left)])
    return { ...outputs, ...Object.fromEntries(streams) }
  }

  private left(): void {
    this.calls--
    if (this.retired !== "in place" && this.idle) void this.end(this.retired)
  }
}

function isThenable(value: unknown): value is Promise<Values> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
}

function isIterable(value: unknown): boolean {
  return typeof (value as Partial<AsyncIterable<unknown>> | undefined)?.[Symbol.asyncIterator] === "function"
}
