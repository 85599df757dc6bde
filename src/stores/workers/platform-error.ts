import { CubeError, isCubeError } from "cubular/contract"
import { store_busy, store_full, store_unavailable } from "cubular/messages/en"

/** Words of the platform for "too much at once": 429 of Workers KV and R2, D1 and Durable Objects that are overloaded. */
const BUSY = /\b429\b|too many requests|overloaded|queued for too long|SQLITE_BUSY/i
/** A database or an object of a Durable Object that has reached its size. */
const FULL = /SQLITE_FULL|database or disk is full|exceeded maximum (db|database) size|storage limit/i
/** What SQL says of a statement is a fault of ours and stays as it is. */
const OURS = /SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE|TOOBIG|AUTH)|too many SQL variables/i

/** What the platform threw, in our words. Its own words are kept as the cause. */
export function toStoreError(cause: unknown): unknown {
  if (isCubeError(cause) || !(cause instanceof Error) || isOurs(cause)) return cause
  const { message } = cause
  if (FULL.test(message)) return new CubeError({ ...store_full, cause })
  if (BUSY.test(message)) return new CubeError({ ...store_busy, retryable: true, cause })
  return new CubeError({ ...store_unavailable, params: { reason: reasonOf(message) }, retryable: true, cause })
}

/** The platform throws plain errors; kinds of errors are thrown by code. */
function isOurs(cause: Error): boolean {
  return cause.constructor !== Error || OURS.test(cause.message)
}

/** The beginning of what the platform says: its first clause names the operation and the code, and no data. */
function reasonOf(message: string): string {
  return message.split(/[\n:]/, 2).join(":").slice(0, 80)
}

export async function telling<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toStoreError(error)
  }
}
