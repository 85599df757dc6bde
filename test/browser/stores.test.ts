import { runStoreCase, type StoreVerdict, storeCases } from "cubular/conformance"
import { describe, expect, test } from "vitest"
import { createFixture } from "./stores-fixture.ts"

const named = storeCases.map((each) => [`${each.store}: ${each.name}`, each] as const)

describe.concurrent("stores in IndexedDB, in a page", () => {
  test.each(named)("%s", async (_, each) => {
    expect(await runStoreCase(each, createFixture)).toEqual({ problems: [] })
  })
})

test("stores in IndexedDB, in a worker: every case", async () => {
  const worker = new Worker(new URL("./workers/stores.ts", import.meta.url), { type: "module" })
  try {
    const verdicts = await new Promise<ReadonlyMap<string, StoreVerdict>>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ReadonlyMap<string, StoreVerdict>>) => resolve(data)
      worker.onerror = reject
    })
    expect([...verdicts.keys()]).toEqual(named.map(([name]) => name))
    for (const [name, verdict] of verdicts) expect(verdict, name).toEqual({ problems: [] })
  } finally {
    worker.terminate()
  }
})
