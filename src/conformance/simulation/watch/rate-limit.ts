import type { Post, Watch } from "./watch.ts"

/** In no window more than the limit, and nobody refused while there is room. */
export function watchRateLimit({ path, data, trace, now }: Post): Watch {
  const { limit, windowMs } = data.rateLimit as NonNullable<typeof data.rateLimit>
  const admitted = new Map<string, number[]>()
  return (call, next, real) => {
    const times = (admitted.get(call.key) ?? []).filter((at) => at + windowMs > now())
    let passed = false
    try {
      return real(call, (inner) => {
        passed = true
        trace.expect("rate limit never above", times.length < limit, () => `${path}: ${times.length + 1} of ${limit}`)
        admitted.set(call.key, [...times, now()])
        return next(inner)
      })
    } finally {
      trace.expect("rate limit refuses only above", passed || times.length >= limit, () => `${path}: ${times.length}`)
    }
  }
}
