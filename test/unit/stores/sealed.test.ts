import { runStoreCase, storeCases } from "cubular/conformance"
import type { Stores } from "cubular/contract"
import { createHost } from "cubular/host/memory"
import { backupKey, sealed } from "cubular/stores/backup"
import { createStores } from "cubular/stores/memory"
import { describe, expect, test } from "vitest"

const key = await backupKey(new Uint8Array(32).fill(7))

describe("a sealed store is a store of blobs as any other", () => {
  const cases = storeCases.filter(({ store }) => store === "blobs")
  test.each(cases.map((each) => [each.name, each] as const))("%s", async (_, each) => {
    const verdict = await runStoreCase(each, async () => {
      const { stores, advance } = createHost({
        stores: (clock) => sealed(createStores({ clock }), { files: key, one: key, two: key }),
      })
      return { stores: stores as Stores, advance }
    })
    if ("skipped" in verdict) expect(each.wants).toContainEqual(expect.stringMatching(/another|reopen/))
    else expect(verdict.problems).toEqual([])
  })
})
