/** The engine of `pillarsBatch`, compiled: what bundlers and workerd give for `cubular/saju.wasm`. It imports nothing. */
declare const module: WebAssembly.Module
export default module
