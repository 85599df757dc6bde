import { CubeError, defineCube, isCubeError, type Step } from "cubular/contract"
import { backup_incomplete } from "cubular/messages/en"
import { look, pack } from "cubular/stores/archive"
import * as z from "zod"
import {
  archivedStores,
  gathered,
  inventoryOf,
  packOptions,
  sealedBlobs,
  sha256Of,
  storeList,
  usesOf,
} from "./keeping/archive.ts"
import { placed, storeName } from "./keeping/operation.ts"

const config = z
  .strictObject({
    of: storeList,
    /** Three places or more: stores of blobs that the host seals. Which kinds they are, and where, is the host's affair. */
    to: z.array(storeName).min(3).max(8),
  })
  .refine(({ of, to }) => new Set([...to, ...(of.blobs ?? [])]).size === to.length + (of.blobs?.length ?? 0), {
    path: ["to"],
    error: "Each name once, and none that is backed up",
  })

/**
 * Backs the stores of `config.of` up into the blobs of three places or more, `config.to`, under `key` in each of them: the
 * rule of 3-2-1, of which the host has to see that the places are of two kinds, one of them elsewhere. Up to 64 MiB.
 *
 * The places must be sealed by the host (`sealed` of `cubular/stores/backup`): of the key nothing comes here, and nothing is
 * written before all of them say they are. When one fails, the others get theirs, and then the step fails, naming it; it may
 * be done again. `sha256` is that of the backup as `data/restore` can be told to expect it.
 */
export default defineCube({
  id: "data/backup",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Backup", ko: "백업" },
  summary: { en: "Stores, sealed, into three places", ko: "저장소를 봉인해 세 곳에 둡니다" },
  config,
  needs: ["stores", "clock"],
  opens: ({ of, to }) => [...usesOf(of), ...to.map((name) => ({ store: "blobs", name }) as const)],
  provides: ["idempotent"],
  inputs: { key: z.string() },
  outputs: { madeAtMs: z.number(), size: z.int(), sha256: z.string(), stores: archivedStores },
  create: (_, config) => ({
    async process(inputs, step) {
      return placed(inputs, config, async () => {
        const places = await Promise.all(
          config.to.map(async (name) => ({ name, blobs: await sealedBlobs(step, name) })),
        )
        const bytes = await gathered(pack(step.stores, inventoryOf(config.of), packOptions(step)))
        const { madeAtMs, stores } = await look(() => once(bytes), packOptions(step).createHasher)
        const sha256 = sha256Of(bytes)
        const failed: { readonly name: string; readonly error: unknown }[] = []
        for (const { name, blobs } of places)
          await blobs
            .put(inputs.key, bytes, { sha256, type: "application/octet-stream" })
            .catch((error: unknown) => failed.push({ name, error }))
        if (failed.length > 0) throw incomplete(failed, step)
        return { madeAtMs, size: bytes.length, sha256, stores: [...stores] }
      })
    },
  }),
})

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A key no place takes is told as it is: it is the one who gave it who has to put it right. */
function incomplete(failed: readonly { readonly name: string; readonly error: unknown }[], step: Step): unknown {
  step.signal.throwIfAborted()
  const first = failed[0]?.error
  if (isCubeError(first) && first.path[0] === "key") return first
  const codes = failed.map(({ error }) => (isCubeError(error) ? error.code : "cube_threw"))
  return new CubeError({
    ...backup_incomplete,
    params: { names: failed.map(({ name }) => name), codes },
    retryable: failed.every(({ error }) => isCubeError(error) && error.retryable),
    cause: first,
  })
}
