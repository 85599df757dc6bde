import { type Awaitable, isCubeError, type PolicyCall, type PolicyNext, type Values } from "cubular/contract"

/** Calls on and hears how it ends: at once where it ends at once, without a promise. */
export function attend(
  call: PolicyCall,
  next: PolicyNext,
  ok: ((values: Values) => Values) | undefined,
  failed: (error: unknown) => Awaitable<Values>,
): Awaitable<Values> {
  let answered: Awaitable<Values>
  try {
    answered = next(call)
  } catch (error) {
    return failed(error)
  }
  if (answered instanceof Promise) return answered.then(ok, failed)
  return ok ? ok(answered) : answered
}

/** Code of whatever was thrown, for records and events. */
export function codeOf(error: unknown): string {
  return isCubeError(error) ? error.code : "cube_threw"
}
