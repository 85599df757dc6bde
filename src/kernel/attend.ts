import type { Awaitable, Values } from "cubular/contract"

/** Who wants to know how what it has called ends: a policy, or the step itself. */
export interface Attendant {
  /** Absent: goes on with the same. */
  readonly ok?: ((values: Values) => Values) | undefined
  readonly failed: (error: unknown) => Awaitable<Values>
  /** The next one further out, as far as it is waiting for the same call. */
  readonly outer: Attendant | undefined
  /** The attempt that tells it, instead of a promise of its own. */
  told: Promise<Values> | undefined
}

/**
 * Tells those around an attempt how it ended, from the inside out: each hears what the one before made of it, and what the
 * last made of it is the attempt's end.
 */
export function tell(
  first: Attendant | undefined,
  attempt: Promise<Values>,
  wentWell: boolean,
  given: unknown,
  resolve: (values: Values) => void,
  reject: (error: unknown) => void,
): void {
  let isOk = wentWell
  let end = given
  for (let each = first; each !== undefined && each.told === attempt; each = each.outer) {
    try {
      if (!isOk) end = each.failed(end)
      else if (each.ok) end = each.ok(end as Values)
      isOk = true
    } catch (error) {
      isOk = false
      end = error
    }
    if (isOk && end instanceof Promise) {
      const { outer } = each
      end.then(
        (values) => tell(outer, attempt, true, values, resolve, reject),
        (error) => tell(outer, attempt, false, error, resolve, reject),
      )
      return
    }
  }
  if (isOk) resolve(end as Values)
  else reject(end)
}
