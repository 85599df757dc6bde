import type { StoreFixture } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { type BrowserStores, createStores } from "cubular/stores/browser"

let made = 0

/** A name no other test uses. */
export const nameOfTest = (): string => `test-${(++made).toString(36)}-${crypto.randomUUID().slice(0, 8)}`

/** Empty stores of this browser on a clock that is moved. */
export async function createFixture(): Promise<StoreFixture> {
  const { clock, advance } = createHost()
  const name = nameOfTest()
  const opened: BrowserStores[] = []
  const open = (): BrowserStores => {
    const stores = createStores({ name, clock })
    opened.push(stores)
    return stores
  }
  const close = (): void => {
    for (const stores of opened.splice(0)) stores.close()
  }
  return {
    stores: open(),
    advance,
    another: async () => open(),
    reopen: async () => {
      close()
      return open()
    },
    dispose: async () => {
      close()
      await forget(name)
    },
  }
}

/** Deletes what a test has stored. */
export async function forget(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
  const root = await navigator.storage.getDirectory()
  for (const file of await filesOf(name)) await root.removeEntry(file).catch(() => undefined)
}

/** Files of blobs. */
export async function filesOf(name: string): Promise<string[]> {
  const names: string[] = []
  for await (const each of (await navigator.storage.getDirectory()).keys())
    if (each.startsWith(`${name}.`) && !each.endsWith(".crswap")) names.push(each)
  return names
}
