/** Node: the module as a file. Chosen by the condition "node" of `#saju-wasm` in package.json. */
// Not imported: a bundler that meets this file by mistake must not stumble over node:fs, nor types over its absence.
declare const process: {
  getBuiltinModule(id: "node:fs"): { promises: { readFile(file: URL): Promise<Uint8Array<ArrayBuffer>> } }
}

/** The module as the build left it. Next to the sources it lies in dist, next to the built engine three folders up. */
export async function loadModule(name: "saju" | "saju-scalar"): Promise<WebAssembly.Module> {
  const { readFile } = process.getBuiltinModule("node:fs").promises
  const folder = import.meta.url.endsWith(".ts") ? "../../../dist/" : "../../../"
  return WebAssembly.compile(await readFile(new URL(`${folder}${name}.wasm`, import.meta.url)))
}
