/**
 * The namespace as an edge far away shows it: whatever was read or listed once, also that there was nothing, is answered
 * again until the time is up, whatever has been written since.
 */
export function staleNamespace(namespace: KVNamespace, nowMs: () => number, staleMs: number): KVNamespace {
  const seen = new Map<string, { readonly untilMs: number; readonly answer: Promise<unknown> }>()

  function once<T>(query: unknown, ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(query)
    const known = seen.get(key)
    if (known && known.untilMs > nowMs()) return known.answer as Promise<T>
    const answer = ask()
    seen.set(key, { untilMs: nowMs() + staleMs, answer })
    return answer
  }

  const one = (key: string) => once(["get", key], () => namespace.getWithMetadata(key, "text"))
  const stale = {
    getWithMetadata: async (keys: string | readonly string[]) =>
      typeof keys === "string"
        ? one(keys)
        : new Map(await Promise.all(keys.map(async (key) => [key, await one(key)] as const))),
    list: (options: KVNamespaceListOptions) => once(["list", options], () => namespace.list(options)),
    put: (...given: Parameters<KVNamespace["put"]>) => namespace.put(...given),
    delete: (key: string) => namespace.delete(key),
  }
  return stale as unknown as KVNamespace
}
