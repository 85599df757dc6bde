/** Fetches and compiles a module. */
export async function compileFrom(url: URL): Promise<WebAssembly.Module> {
  // biome-ignore lint/style/noRestrictedGlobals: the facade loads its own file; cubes are handed theirs by the host
  const response = await fetch(url)
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  // Not streaming: servers that do not know the type application/wasm would fail it.
  return WebAssembly.compile(await response.arrayBuffer())
}
