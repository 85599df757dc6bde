/** One batch cut into parts, given to the crew, and put together again. */
import { type BatchControl, requireNotAborted } from "../batch/control.ts"
import { instanceFor } from "../batch/engine.ts"
import { computeAll } from "./compute.ts"
import type { Crew, Task } from "./crew.ts"
import type { BatchName } from "./hand.ts"
import { type Joiner, joinColumns, joinIntervals } from "./join.ts"

/** A batch that has been read and checked. */
export interface Readable {
  readonly rows: number
  readonly control: BatchControl
  /** Its fields as they were handed in. */
  readonly given: { readonly [field: string]: unknown }
}

/** Entries a row has in the columns of batches. */
const STRIDES: { readonly [field: string]: number } = {
  civilMs: 1,
  longitudeDeg: 1,
  fold: 1,
  sex: 1,
  pillars: 4,
  usefulElements: 1,
}
/** Parts are not shorter, or sending them costs more than computing them, and not longer, so that all have work to the end. */
const LEAST_ROWS = 8192
const MOST_ROWS = 131_072
const PARTS_EACH = 4

/** Shares the rows of a batch among the crew. */
export async function share<Result>(crew: Crew, size: number, batch: BatchName, read: Readable): Promise<Result> {
  const { rows, control } = read
  crew.requireOpen()
  requireNotAborted(control.signal)
  const { wasm, signal: _signal, onProgress: _progress, ...given } = read.given
  // A module that is not ours is refused here, before anybody is sent it.
  if (wasm) await instanceFor(wasm)
  crew.requireOpen()
  requireNotAborted(control.signal)
  if (rows === 0) return (await computeAll(batch, { ...given, wasm: null })) as Result
  const joiner = joinerOf<Result>(batch, rows)
  const partRows = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, Math.ceil(rows / (size * PARTS_EACH))))
  await new Promise<void>((resolve, reject) => {
    const job = createJob(rows, control, joiner, resolve, reject)
    const tasks: Task[] = []
    for (let from = 0; from < rows; from += partRows) {
      const to = Math.min(from + partRows, rows)
      tasks.push({
        cut: () => cut(batch, given, from, to),
        wasm: wasm as Task["wasm"],
        isWanted: job.isOpen,
        done: (result) => job.done(result, from, to),
        failed: job.failed,
      })
    }
    crew.give(tasks)
  })
  return joiner.finish()
}

const joinerOf = <Result>(batch: BatchName, rows: number): Joiner<Result> =>
  batch === "reverseLookupBatch" ? (joinIntervals(rows) as unknown as Joiner<Result>) : joinColumns<Result>(rows)

interface Job {
  isOpen(): boolean
  done(result: unknown, from: number, to: number): void
  failed(error: unknown): void
}

function createJob(
  rows: number,
  { signal, onProgress }: BatchControl,
  joiner: Joiner<unknown>,
  resolve: () => void,
  reject: (error: unknown) => void,
): Job {
  let open = true
  let doneRows = 0
  const close = (settle: () => void): void => {
    if (!open) return
    open = false
    signal?.removeEventListener("abort", onAbort)
    settle()
  }
  const failed = (error: unknown): void => close(() => reject(error))
  const onAbort = (): void => failed(signal?.reason)
  signal?.addEventListener("abort", onAbort)
  return {
    isOpen: () => open,
    failed,
    done(result, from, to) {
      if (!open) return
      try {
        joiner.add(result, from, to)
        doneRows += to - from
        onProgress?.(doneRows, rows)
      } catch (error) {
        failed(error)
      }
      if (doneRows === rows) close(resolve)
    },
  }
}

type View = Float64Array | Uint8Array

/** The fields for rows `from` to before `to`: copies to be transferred, and views of shared memory. */
function cut(batch: BatchName, given: Readable["given"], from: number, to: number): ReturnType<Task["cut"]> {
  const part: { [field: string]: unknown } = { ...given }
  const transfer: ArrayBufferLike[] = []
  for (const [field, stride] of Object.entries(STRIDES)) {
    const column = given[field]
    if (!ArrayBuffer.isView(column)) continue
    const rows = (column as View).subarray(from * stride, to * stride)
    const shared = typeof SharedArrayBuffer !== "undefined" && column.buffer instanceof SharedArrayBuffer
    const own = shared ? rows : rows.slice()
    if (!shared) transfer.push(own.buffer)
    part[field] = own
  }
  return { request: { batch, given: part }, transfer }
}
