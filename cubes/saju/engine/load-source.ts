/** As load-browser.ts, for bundlers that read our sources (the condition "cubular:source"): paths from here to dist. */
import { compileFrom } from "./load-url.ts"

export function loadModule(name: "saju" | "saju-scalar"): Promise<WebAssembly.Module> {
  return compileFrom(
    name === "saju"
      ? new URL("../../../dist/saju.wasm", import.meta.url)
      : new URL("../../../dist/saju-scalar.wasm", import.meta.url),
  )
}
