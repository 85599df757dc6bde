/** Long batches go on in chunks: between two of them others get their turn, progress is told, and the work may be called off. */
import { CubeError } from "cubular/contract/error"
import { batch_control_malformed } from "cubular/messages/en"

/** How a batch that takes long is watched and called off. */
export interface BatchControl {
  /** When it is aborted the promise is rejected with its reason, at the latest after the chunk in hand. */
  readonly signal?: AbortSignal | undefined
  /** Called after every chunk; what it throws rejects the promise. */
  readonly onProgress?: ((doneRows: number, rows: number) => void) | undefined
}

/** A millisecond or two of work. */
const CHUNK_ROWS = 131_072

/**
 * Computes rows in chunks. Without a signal and without progress everything is one chunk, and nothing waits.
 *
 * @param compute - called with the first row and the one after the last.
 */
export async function inChunks(
  rows: number,
  { signal, onProgress }: BatchControl,
  compute: (from: number, to: number) => void,
): Promise<void> {
  if (!signal && !onProgress) {
    compute(0, rows)
    return
  }
  requireNotAborted(signal)
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    if (from > 0) {
      await nextTurn()
      requireNotAborted(signal)
    }
    const to = Math.min(from + CHUNK_ROWS, rows)
    compute(from, to)
    onProgress?.(to, rows)
  }
}

/**
 * @throws the signal's reason when it is aborted.
 */
export function requireNotAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason
}

/** Lets the host see to timers, input and messages: a message to ourselves comes after those that wait, and without a timer's 4 ms. */
function nextTurn(): Promise<void> {
  if (typeof MessageChannel === "undefined") return Promise.resolve()
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}

/**
 * Checks the two fields.
 *
 * @throws {CubeError} `batch_control_malformed`.
 */
export function readControl(given: { readonly signal?: unknown; readonly onProgress?: unknown }): BatchControl {
  const { signal, onProgress } = given
  if (signal !== undefined && typeof (signal as AbortSignal | null)?.aborted !== "boolean") {
    throw new CubeError({ ...batch_control_malformed, path: ["signal"], params: { form: "an AbortSignal" } })
  }
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw new CubeError({ ...batch_control_malformed, path: ["onProgress"], params: { form: "a function" } })
  }
  return { signal: signal as BatchControl["signal"], onProgress: onProgress as BatchControl["onProgress"] }
}
