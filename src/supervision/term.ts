import type { CubeInstance, Log, Step, Values } from "cubular/contract"
import { codeOf } from "./code.ts"

/** One instance from its making to its end, and the calls under way in it. */
export class Term {
  readonly instance: CubeInstance
  private calls = 0
  private ending: Promise<void> | undefined
  private retired: Log | "in place" | undefined = "in place"

  constructor(instance: CubeInstance) {
    this.instance = instance
  }

  get idle(): boolean {
    return this.calls === 0
  }

  /** What the instance gives, noted until it ends. */
  process(inputs: Values, step: Step): Values | Promise<Values> {
    this.calls++
    let returned: Values | Promise<Values>
    try {
      returned = this.instance.process(inputs, step)
      if (isThenable(returned)) return this.follow(returned)
    } catch (thrown) {
      this.left()
      throw thrown
    }
    this.left()
    return returned
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

  private async follow(returned: Promise<Values>): Promise<Values> {
    try {
      return await returned
    } finally {
      this.left()
    }
  }

  private left(): void {
    this.calls--
    if (this.retired !== "in place" && this.idle) void this.end(this.retired)
  }
}

function isThenable(value: unknown): value is Promise<Values> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
}
