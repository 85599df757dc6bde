import { canonical, decodeJson, type Value } from "cubular"
import { type End, overhear } from "./overhear.ts"
import type { Post, Watch } from "./watch.ts"

/** Stands in for failures, and for nothing else; never for a run nobody waits for any more. */
export function watchFallback({ path, data, trace }: Post): Watch {
  const { value } = data.fallback as { readonly value: never }
  const constant = canonical(decodeJson(value))
  return (call, next, real) => {
    let end: End | undefined
    let wasOver = false
    const answered = real(call, (inner) =>
      overhear(
        () => next(inner),
        (how) => {
          end = how
          wasOver = call.over
        },
      ),
    )
    if (!(answered instanceof Promise)) return answered
    return answered.then(
      (values) => {
        const given = canonical(values as Value)
        const failed = end !== undefined && "error" in end
        trace.expect("no fallback for who is cancelled", !(failed && wasOver), () => path)
        trace.expect("fallback gives what it says", !failed || given === constant, () => `${path}: ${given}`)
        return values
      },
      (error: unknown) => {
        trace.expect("fallback stands in", wasOver || call.over, () => path)
        throw error
      },
    )
  }
}
