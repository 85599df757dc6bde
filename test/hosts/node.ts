import { readFileSync } from "node:fs"

export { createHost } from "cubular/host/node"

export const hostName = "node"

const compiled = (name: string): WebAssembly.Module =>
  new WebAssembly.Module(readFileSync(new URL(`../../dist/${name}.wasm`, import.meta.url)))

export const wasm: { readonly saju: WebAssembly.Module; readonly sajuScalar: WebAssembly.Module } = {
  saju: compiled("saju"),
  sajuScalar: compiled("saju-scalar"),
}
