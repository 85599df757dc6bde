/** What a worker does with a request: the same batch functions, on its part. */
import { isCubeError } from "cubular/contract/error"
import { computeAll } from "./compute.ts"
import type { Reply, Request } from "./hand.ts"

const modules = /* @__PURE__ */ new Map<number, WebAssembly.Module>()

/** Answers a request; what the reply transfers comes with it. */
export async function work(request: Request): Promise<{ readonly reply: Reply; readonly transfer: ArrayBuffer[] }> {
  const { id } = request
  try {
    const result = await computed(request)
    return { reply: { id, result }, transfer: buffersOf(result) }
  } catch (error) {
    const reply = isCubeError(error) ? { id, refused: error.toJSON() } : { id, failed: String(error) }
    return { reply, transfer: [] }
  }
}

async function computed({ batch, given, wasm }: Request): Promise<unknown> {
  if (wasm?.module) modules.set(wasm.id, wasm.module)
  const whole = wasm === undefined ? given : { ...given, wasm: wasm && modules.get(wasm.id) }
  try {
    return await computeAll(batch, whole)
  } catch (error) {
    if (!isCubeError(error)) throw error
    // Who asks has these tables, or would not have got here.
    if (error.code === "zone_not_loaded") await import("../zones.ts")
    else if (error.code === "year_not_loaded") await import("../years.ts")
    else throw error
    return computeAll(batch, whole)
  }
}

/** The buffers of every column in a result. */
function buffersOf(result: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(result)) return [result.buffer as ArrayBuffer]
  return Object.values(result as object).flatMap(buffersOf)
}
