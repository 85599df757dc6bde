import saju from "../../dist/saju.wasm"
import sajuScalar from "../../dist/saju-scalar.wasm"

export { createHost } from "cubular/host/workerd"

export const hostName = "workerd"

export const wasm: { readonly saju: WebAssembly.Module; readonly sajuScalar: WebAssembly.Module } = { saju, sajuScalar }
