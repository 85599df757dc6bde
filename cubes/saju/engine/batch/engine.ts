/** The WebAssembly a batch is computed with, if any. */
import { malformedColumn } from "./fields.ts"
import type { BatchInstance } from "./wasm.ts"
import { instanceOf, ownEngine } from "./wasm-module.ts"

/**
 * The instance to use: our own when `wasm` is absent, one of the module it is, none for null, which asks for TypeScript.
 *
 * @throws {CubeError} `batch_column_malformed` for a module that is not ours.
 */
export async function instanceFor(wasm: unknown): Promise<BatchInstance | undefined> {
  if (wasm === undefined) return (await ownEngine()).instance
  if (wasm === null) return undefined
  try {
    if (wasm instanceof WebAssembly.Module) return await instanceOf(wasm)
  } catch {
    // Somebody else's module: it wants imports, or lacks what ours exports.
  }
  throw malformedColumn("wasm", "the WebAssembly.Module of cubular/saju.wasm")
}
