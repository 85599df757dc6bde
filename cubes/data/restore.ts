import { CubeError, defineCube, type Step } from "cubular/contract"
import { backup_missing, blob_checksum, restore_unnamed } from "cubular/messages/en"
import { type ArchiveContents, look, type UnpackOptions, unpack } from "cubular/stores/archive"
import { createStores } from "cubular/stores/memory"
import * as z from "zod"
import { archivedStores, packOptions, type StoreList, sealedBlobs, storeList, usesOf } from "./keeping/archive.ts"
import { placed, storeName } from "./keeping/operation.ts"

const from = storeName
const config = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("verify"), from }),
  z.strictObject({ op: z.literal("drill"), from }),
  z.strictObject({
    op: z.literal("restore"),
    from,
    of: storeList,
    into: z.enum(["empty", "merge"]).default("empty"),
  }),
])

type Config = z.output<typeof config>

/**
 * What `data/backup` has put under `key` into the sealed store `config.from`:
 *
 * - `verify`: all of it is read and checked; nothing is touched.
 * - `drill`: all of it is restored, into memory.
 * - `restore`: into the stores of `config.of`, which must name all that is in it. `into: "empty"`: only where nothing is;
 *   "merge": over what is there, as to go on with one that was cut off. All of it is checked, and compared with what is
 *   there, before anything is written.
 *
 * Give `sha256` to have the very backup that was made: without it an earlier one under the same key would do as well.
 */
export default defineCube({
  id: "data/restore",
  version: "1.0.0",
  color: "data",
  effect: "write",
  title: { en: "Restore", ko: "복원" },
  summary: { en: "Brings a backup back, checked before anything is written", ko: "백업을 모두 확인한 뒤 되돌립니다" },
  config,
  needs: ["stores", "clock"],
  opens: (config) => [{ store: "blobs", name: config.from }, ...(config.op === "restore" ? usesOf(config.of) : [])],
  inputs: { key: z.string(), sha256: z.string().optional() },
  outputs: { madeAtMs: z.number(), stores: archivedStores },
  create: (_, config) => ({
    async process(inputs, step) {
      return placed(inputs, config, async () => {
        const bytes = await bytesOf(step, config.from, inputs.key, inputs.sha256)
        const source = () => once(bytes)
        const { madeAtMs, stores } = await work(config, source, step)
        return { madeAtMs, stores: [...stores] }
      })
    },
  }),
})

async function work(config: Config, source: () => AsyncIterable<Uint8Array>, step: Step): Promise<ArchiveContents> {
  const options: UnpackOptions = packOptions(step)
  if (config.op === "drill") return unpack(source, createStores(options), options)
  const contents = await look(source, options.createHasher)
  if (config.op === "verify") return contents
  refuseUnnamed(contents, config.of)
  return unpack(source, step.stores, { ...options, into: config.into })
}

/** @throws {CubeError} `backup_not_sealed`, `backup_missing`, `blob_checksum`, what the store refuses with. */
async function bytesOf(step: Step, name: string, key: string, expected: string | undefined): Promise<Uint8Array> {
  const blobs = await sealedBlobs(step, name)
  const info = await blobs.head(key)
  if (info === undefined) throw new CubeError({ ...backup_missing, path: ["inputs", "key"], params: { name } })
  if (expected !== undefined && expected !== info.sha256)
    throw new CubeError({ ...blob_checksum, path: ["inputs", "sha256"], params: { expected, found: info.sha256 } })
  const bytes = await blobs.get(key)
  return bytes ?? Promise.reject(new CubeError({ ...backup_missing, path: ["inputs", "key"], params: { name } }))
}

/** What the cube was not told of is no affair of its: also a merge stops before it has written half. */
function refuseUnnamed({ stores }: ArchiveContents, of: StoreList): void {
  const named = usesOf(of).map((use) => `${use.store}/${"name" in use ? use.name : use.table.shape.name}`)
  for (const { store, name } of stores)
    if (!named.includes(`${store}/${name}`)) throw new CubeError({ ...restore_unnamed, params: { kind: store, name } })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
