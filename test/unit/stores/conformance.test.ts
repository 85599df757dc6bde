import { type CreateFixture, runStoreCase, storeCases } from "cubular/conformance"
import { createHost } from "cubular/host/memory"
import { createStores, type NodeStores } from "cubular/stores/node"
import { describe, expect, test } from "vitest"
import { createFolder } from "./folder.ts"

const createFixture: CreateFixture = async () => {
  const { clock, advance } = createHost()
  const folder = createFolder()
  const opened: NodeStores[] = []
  const open = (): NodeStores => {
    const stores = createStores({ folder, clock })
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
    dispose: async () => close(),
  }
}

describe("stores in SQLite", () => {
  test.each(storeCases.map((each) => [`${each.store}: ${each.name}`, each] as const))("%s", async (_, each) => {
    expect(await runStoreCase(each, createFixture)).toEqual({ problems: [] })
  })
})
