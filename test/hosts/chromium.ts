import saju from "../../dist/saju.wasm?url"
import sajuScalar from "../../dist/saju-scalar.wasm?url"

export { createHost } from "cubular/host/browser"

export const hostName = "chromium"

const compiled = (url: string): Promise<WebAssembly.Module> => WebAssembly.compileStreaming(fetch(url))

export const wasm: { readonly saju: WebAssembly.Module; readonly sajuScalar: WebAssembly.Module } = {
  saju: await compiled(saju),
  sajuScalar: await compiled(sajuScalar),
}
