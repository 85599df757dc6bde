import { abortAllDurableObjects, reset } from "cloudflare:test"
import { env } from "cloudflare:workers"
import { type CreateFixture, runStoreCase, type StoreFixture, storeCases } from "cubular/conformance"
import { createHost as createMemoryHost } from "cubular/host/memory"
import { createHost } from "cubular/host/workerd"
import { createStores } from "cubular/stores/workers"
import { describe, expect, it } from "vitest"

/** The platform ends values of `kv` by its own clock, which no test can move; all else goes by the host's. */
const fixtureOf =
  (canAdvance: boolean): CreateFixture =>
  async (): Promise<StoreFixture> => {
    const { clock, advance } = canAdvance ? createMemoryHost() : { clock: createHost().clock, advance: undefined }
    const open = () => createStores(env, { clock })
    return {
      stores: open(),
      ...(advance ? { advance } : {}),
      another: async () => open(),
      async reopen() {
        await abortAllDurableObjects()
        return open()
      },
      dispose: () => reset(),
    }
  }

const named = storeCases.map((each) => [`${each.store}: ${each.name}`, each] as const)

describe("stores of the platform", () => {
  it.each(named)("%s", async (_, each) => {
    const verdict = await runStoreCase(each, fixtureOf(each.store !== "kv"))
    if ("skipped" in verdict) expect([each.store, ...(each.wants ?? [])]).toEqual(["kv", "advance"])
    else expect(verdict.problems).toEqual([])
  })
})
