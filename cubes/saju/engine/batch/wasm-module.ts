/** Where the WebAssembly of batches comes from: our own files, found once, or a module that somebody hands in. */
import { type BatchInstance, createInstance } from "./wasm.ts"

/** The smallest module that uses f64x2: hosts without SIMD find it invalid. */
const SIMD_PROBE: readonly number[] = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]

/** Which engine computes batches here. */
export type BatchEngine = "simd" | "scalar" | "typescript"

export interface OwnEngine {
  readonly name: BatchEngine
  /** Absent for TypeScript. */
  readonly instance?: BatchInstance
}

let own: Promise<OwnEngine> | undefined

/** Our own module, with SIMD where there is; TypeScript where none can be had. Loaded once. */
export function ownEngine(): Promise<OwnEngine> {
  own ??= loadOwn()
  return own
}

async function loadOwn(): Promise<OwnEngine> {
  try {
    const { loadModule } = await import("#saju-wasm")
    const simd = WebAssembly.validate(Uint8Array.from(SIMD_PROBE))
    const instance = await createInstance(await loadModule(simd ? "saju" : "saju-scalar"))
    return { name: simd ? "simd" : "scalar", instance }
  } catch {
    // No WebAssembly, no file, a policy against compiling: TypeScript gives the same bytes.
    return { name: "typescript" }
  }
}

let handedIn: WeakMap<WebAssembly.Module, Promise<BatchInstance>> | undefined

/** An instance of a module that was handed in, one per module. */
export function instanceOf(module: WebAssembly.Module): Promise<BatchInstance> {
  handedIn ??= new WeakMap()
  let found = handedIn.get(module)
  if (!found) {
    found = createInstance(module)
    handedIn.set(module, found)
  }
  return found
}
