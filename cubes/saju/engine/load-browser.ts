/** Browsers and their bundlers, which find the files by `new URL(…, import.meta.url)`. Paths are those of the built package. */
import { compileFrom } from "./load-url.ts"

export function loadModule(name: "saju" | "saju-scalar"): Promise<WebAssembly.Module> {
  return compileFrom(
    name === "saju"
      ? new URL("../../../saju.wasm", import.meta.url)
      : new URL("../../../saju-scalar.wasm", import.meta.url),
  )
}
