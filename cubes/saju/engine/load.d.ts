/** What `#saju-wasm` means for the compiler; package.json chooses one of the load-*.ts files when it runs. */
export function loadModule(name: "saju" | "saju-scalar"): Promise<WebAssembly.Module>
