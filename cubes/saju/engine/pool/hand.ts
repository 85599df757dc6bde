/** One worker of a pool, whatever starts it: a thread of Node or a Web Worker. */

/** What a worker is asked: one part of a batch. */
export interface Request {
  readonly id: number
  readonly batch: BatchName
  /** The fields of the batch, its columns cut to the part; without signal, progress and module. */
  readonly given: { readonly [field: string]: unknown }
  /** The module to compute with: sent once, named from then on. null asks for TypeScript, absent for the worker's own. */
  readonly wasm?: { readonly id: number; readonly module?: WebAssembly.Module } | null
}

export type BatchName = "pillarsBatch" | "luckBatch" | "scoresBatch" | "compatibilityBatch" | "reverseLookupBatch"

/** What a worker answers: the result of the part, or the JSON of a CubeError, or the words of any other. */
export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly refused: object }
  | { readonly id: number; readonly failed: string }

export interface Hand {
  post(request: Request, transfer: readonly ArrayBufferLike[]): void
  /** Whether it is waited for: a thread that is not lets the process end. */
  hold(busy: boolean): void
  stop(): Promise<void>
}

export interface HandListener {
  onReply(reply: Reply): void
  /** Called once, when the worker has ended or could not start. */
  onEnd(reason: string): void
}
