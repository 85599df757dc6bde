import { CubeError, type Host, isCubeError } from "cubular/contract"
import { wasm_missing, wasm_unreadable } from "cubular/messages/en"

/** A module already compiled, or something that gives it when it is first asked for. */
export type WasmSource = WebAssembly.Module | (() => Promise<WebAssembly.Module>)

/** The wasm powers of a host. A module is compiled once; a failed attempt is not kept. */
export function createWasm(sources: {
  readonly [name: string]: WasmSource
}): Required<Pick<Host, "wasm" | "wasmNames">> {
  const names = Object.keys(sources)
  const compiled = new Map<string, Promise<WebAssembly.Module>>()
  return {
    wasmNames: names,
    wasm(name) {
      const known = compiled.get(name)
      if (known) return known
      const source = Object.hasOwn(sources, name) ? sources[name] : undefined
      if (source === undefined)
        return Promise.reject(new CubeError({ ...wasm_missing, params: { name, known: names.length ? names : "-" } }))
      const module = compile(name, source)
      compiled.set(name, module)
      module.catch(() => compiled.delete(name))
      return module
    },
  }
}

async function compile(name: string, source: WasmSource): Promise<WebAssembly.Module> {
  try {
    return typeof source === "function" ? await source() : source
  } catch (cause) {
    if (isCubeError(cause)) throw cause
    throw new CubeError({ ...wasm_unreadable, params: { name }, cause })
  }
}
