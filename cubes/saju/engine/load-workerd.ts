/** workerd: it cannot compile bytes, so the module is imported; it always has SIMD. */
import saju from "cubular/saju.wasm"

export async function loadModule(): Promise<WebAssembly.Module> {
  return saju
}
