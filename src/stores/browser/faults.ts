import { CubeError, isCubeError } from "cubular/contract"
import { store_corrupt, store_full, store_unavailable } from "cubular/messages/en"

/**
 * What IndexedDB and OPFS throw when the connection or the process behind it is gone; another try may find it again. Other
 * browsers than Chromium name it differently.
 */
const LOST: ReadonlySet<string> = new Set(["InvalidStateError", "AbortError", "UnknownError", "NetworkError"])

/** What they throw when storage is forbidden, locked or slow. */
const REFUSED: ReadonlySet<string> = new Set([
  "SecurityError",
  "NotAllowedError",
  "NoModificationAllowedError",
  "TimeoutError",
])

export function isLost(error: unknown): boolean {
  return LOST.has(nameOf(error))
}

/** Whether a transaction takes nothing more, though it has perhaps not told yet that it has ended. */
export function isOver(error: unknown): boolean {
  return nameOf(error) === "TransactionInactiveError"
}

export function nameOf(error: unknown): string {
  return String((error as { readonly name?: unknown } | null)?.name)
}

/** Says in our words what the browser throws. What is in none of them is a fault of ours and stays as it is. */
export function toStoreError(cause: unknown): unknown {
  if (isCubeError(cause)) return cause
  const name = nameOf(cause)
  if (name === "QuotaExceededError") return new CubeError({ ...store_full, cause })
  // The content of a value is gone or cannot be read, and its row still there.
  if (name === "NotReadableError") return corrupt(name, cause)
  return LOST.has(name) || REFUSED.has(name) ? unavailable(name, cause) : cause
}

export function unavailable(reason: string, cause?: unknown): CubeError {
  return new CubeError({ ...store_unavailable, params: { reason }, retryable: true, cause })
}

export function corrupt(reason: string, cause?: unknown): CubeError {
  return new CubeError({ ...store_corrupt, params: { reason }, cause })
}
