import { isCubeError } from "cubular"
import type { Post, Watch } from "./watch.ts"

/** Nothing takes longer than it may, and nothing is ended sooner. For `timeoutMs` and `deadlineMs`. */
export function watchTiming(which: "timeoutMs" | "deadlineMs"): (post: Post) => Watch {
  const code = which === "timeoutMs" ? "step_timed_out" : "step_deadline_exceeded"
  return ({ path, data, trace, now }) => {
    const ms = data[which] as number
    return (call, next, real) => {
      const start = now()
      const took = (error?: unknown): void => {
        const passed = now() - start
        trace.expect(`${which} is kept`, passed <= ms, () => `${path}: ${passed} of ${ms} ms`)
        const own = isCubeError(error) && error.code === code
        trace.expect(`${which} ends nothing early`, !own || passed === ms, () => `${path}: ${passed} of ${ms} ms`)
      }
      const answered = real(call, next)
      if (!(answered instanceof Promise)) return answered
      return answered.then(
        (values) => {
          took()
          return values
        },
        (error: unknown) => {
          took(error)
          throw error
        },
      )
    }
  }
}
