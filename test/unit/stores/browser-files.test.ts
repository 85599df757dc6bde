import { expect, test } from "vitest"
import { openFiles } from "../../../src/stores/browser/files.ts"
import type { StoresPlatform } from "../../../src/stores/browser/platform.ts"

/** A page's file whose stream hangs up on the second part, in an origin with so much room left. */
async function hangingUp(estimate: () => Promise<StorageEstimate>) {
  let parts = 0
  const stream = {
    write: async () => {
      if (++parts === 2) throw new DOMException("Failed to write data to data pipe", "AbortError")
    },
    close: async () => undefined,
  }
  const root = { getFileHandle: async () => ({ createWritable: async () => stream }) }
  const storage = { getDirectory: async () => root, estimate }
  const files = await openFiles({ storage } as unknown as StoresPlatform, "s")
  const writer = await files?.create("a")
  await writer?.write(new Uint8Array(40))
  return writer?.write(new Uint8Array(40))
}

test("a stream that hangs up where there is no room for all of it has found none", async () => {
  await expect(hangingUp(async () => ({ quota: 100, usage: 30 }))).rejects.toMatchObject({
    name: "QuotaExceededError",
  })
})

test.each([
  ["there is room", async () => ({ quota: 100, usage: 20 })],
  ["nobody says how much room there is", async () => ({})],
  ["that cannot be told", () => Promise.reject(new TypeError("gone"))],
])("a stream that hangs up where %s was cut off", async (_, estimate: () => Promise<StorageEstimate>) => {
  await expect(hangingUp(estimate)).rejects.toMatchObject({ name: "AbortError" })
})
