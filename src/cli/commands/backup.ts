import { createReadStream, createWriteStream } from "node:fs"
import { mkdtemp, open, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { CubeError, type Host, isCubeError, type Plan, POLICY_NAMES, plan, type Stores, storesOf } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/node"
import { argument_missing, backup_nothing, file_unreadable, option_value_refused } from "cubular/messages/en"
import { messagesKept } from "cubular/messaging"
import { saga, sagasKept } from "cubular/saga"
import {
  type BackupContents,
  type BackupKey,
  backup,
  backupKey,
  generateKey,
  type Inventory,
  restore,
  type Source,
  verify,
} from "cubular/stores/backup"
import { createStores as createMemoryStores } from "cubular/stores/memory"
import { createNodeHasher, createStores } from "cubular/stores/node"
import { type Parsed, readArgs } from "../args.ts"
import { deliver, type Parcel, readTargets, sha256Of, type Target } from "../backup-targets.ts"
import { dataFolder } from "../data-folder.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { complain, inLanguage, printJson } from "../print.ts"
import { readSource } from "../source.ts"
import { columns } from "../table.ts"

type Values = Parsed["values"]

const common = {
  key: { type: "string" },
  data: { type: "string" },
  json: { type: "boolean" },
} as const

/** `cubular backup`: everything a composition keeps in a folder of this machine, sealed, to one place or three. */
export async function makeBackup({ args, streams, lang, env }: Invocation): Promise<ExitCode> {
  const own = { to: { type: "string" }, targets: { type: "string" }, "new-key": { type: "string" } } as const
  const origins = { "allow-origin": { type: "string", multiple: true } } as const
  const wanted = { least: 0, most: 1, usage: usages.backup }
  const { positionals, values, lists } = readArgs(args, { ...common, ...own, ...origins }, wanted)
  if (typeof values["new-key"] === "string") return newKey(values["new-key"])
  const [argument] = positionals
  if (argument === undefined) throw new CubeError({ ...argument_missing, params: { usage: usages.backup } })
  const key = await readKey(values)
  const targets = await targetsOf(values)
  const planned = await planOf(argument)
  const folder = await mkdtemp(join(tmpdir(), "cubular-backup-"))
  try {
    const { parcel, contents } = await withStores(values, async (host) =>
      pack(host, planned.id, await inventoryOf(planned, host.stores), key, folder),
    )
    const results = await Promise.all(
      targets.map(async (target) => {
        const work = deliver(parcel, target, lists["allow-origin"] ?? [], env)
        return { target: target.name, ...(await work.then(() => ({ ok: true }), failure)) }
      }),
    )
    const { name, bytes, sha256 } = parcel
    const spoken = results.map((result) =>
      "error" in result ? { ...result, error: inLanguage(result.error, lang) } : result,
    )
    if (values.json) await printJson(streams, { name, bytes, sha256, ...contents, targets: spoken })
    else
      await streams.out(
        `${name}\n${columns(rowsOf(contents))}${columns(results.map(({ target, ok }) => [ok ? "✓" : "✗", target]))}`,
      )
    for (const result of results) if ("error" in result) complain(streams, result.error, lang)
    return results.every(({ ok }) => ok) ? 0 : 1
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** `cubular restore`: a backup into a folder of this machine; or only looked through, or tried out in memory. */
export async function restoreBackup({ args, streams, lang }: Invocation): Promise<ExitCode> {
  const own = { merge: { type: "boolean" }, verify: { type: "boolean" }, drill: { type: "boolean" } } as const
  const { positionals, values } = readArgs(args, { ...common, ...own }, { least: 1, most: 1, usage: usages.restore })
  const file = positionals[0] as string
  const key = await readKey(values)
  const source: Source = () => readFrom(file)
  try {
    const contents = await work(source, key, values)
    if (values.json) await printJson(streams, contents)
    else await streams.out(columns(rowsOf(contents)))
    return 0
  } catch (error) {
    if (!isCubeError(error)) throw error
    complain(streams, error.toJSON(), lang)
    return 1
  }
}

function work(source: Source, key: BackupKey, values: Values): Promise<BackupContents> {
  const { clock } = createHost()
  if (values.verify) return verify(source, { key, clock, createHasher: createNodeHasher })
  // A drill writes all of it, into memory: what comes back out must be what went in.
  if (values.drill)
    return restore(source, createMemoryStores({ clock }), { key, clock, createHasher: createNodeHasher })
  return withStores(values, ({ stores }) =>
    restore(source, stores, { key, clock, createHasher: createNodeHasher, into: values.merge ? "merge" : "empty" }),
  )
}

async function newKey(file: string): Promise<ExitCode> {
  const text = `${Buffer.from(generateKey()).toString("base64")}\n`
  await writeFile(file, text, { mode: 0o600, flag: "wx" }).catch((cause: NodeJS.ErrnoException) => {
    throw new CubeError({ ...file_unreadable, params: { file, reason: cause.code ?? "unknown" }, cause })
  })
  return 0
}

async function readKey({ key }: Values): Promise<BackupKey> {
  if (typeof key !== "string")
    throw new CubeError({ ...option_value_refused, params: { option: "--key", takes: "FILE" } })
  const text = await readFile(key, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new CubeError({ ...file_unreadable, params: { file: key, reason: cause.code ?? "unknown" }, cause })
  })
  return backupKey(Buffer.from(text.trim(), "base64"))
}

async function targetsOf({ to, targets }: Values): Promise<readonly Target[]> {
  if (typeof targets === "string" && to === undefined) return readTargets(targets)
  if (typeof to === "string" && targets === undefined) return [{ name: to, kind: "folder", path: to }]
  throw new CubeError({ ...option_value_refused, params: { option: "--to", takes: "FOLDER, --targets FILE" } })
}

/** @throws {CubeError} issues of the document. */
async function planOf(argument: string): Promise<Plan> {
  const { given } = await readSource(argument)
  const text = given instanceof Uint8Array ? new TextDecoder().decode(given) : JSON.stringify(given)
  const named = Array.from(text.matchAll(/"secret"\s*:\s*"([^"]+)"/g), ([, name]) => name as string)
  const secrets = Object.fromEntries(named.map((name) => [name, { value: "", cubes: [], origins: [] }]))
  const { clock } = createHost()
  const host = createHost({ secrets, stores: () => createMemoryStores({ clock }) })
  const policies = POLICY_NAMES.map((name) => ({ name }))
  return plan(given, catalog, host, { policies, saga, streams: true })
}

/**
 * The stores its cubes say they use, and what is kept for it as a saga and as one that listens.
 *
 * @throws {CubeError} `backup_nothing`.
 */
async function inventoryOf(planned: Plan, stores: Stores): Promise<Inventory> {
  const { id, document } = planned
  const uses = storesOf(planned)
  const sagas = document.mode === "saga" ? await sagasKept(stores, id) : undefined
  const messages = planned.on.length > 0 ? messagesKept(id) : undefined
  if (uses.length === 0 && !sagas && !messages) throw new CubeError({ ...backup_nothing, params: { id } })
  const namesOf = (kind: string): string[] =>
    uses.flatMap((use) => ("name" in use && use.store === kind ? [use.name] : []))
  return {
    kv: namesOf("kv"),
    blobs: [...namesOf("blobs"), ...(sagas?.blobs ?? [])],
    queue: [...new Set([...namesOf("queue"), ...(messages?.queue ?? [])])],
    journal: [...namesOf("journal"), ...(sagas?.journal ?? [])],
    records: [
      ...uses.flatMap((use) => ("table" in use ? [use.table] : [])),
      ...(sagas?.records ?? []),
      ...(messages?.records ?? []),
    ],
  }
}

async function withStores<T>(
  values: Values,
  use: (host: Host & { readonly stores: Stores }) => Promise<T>,
): Promise<T> {
  const { clock } = createHost()
  const stores = createStores({ folder: dataFolder(values), clock })
  try {
    return await use({ ...createHost(), stores })
  } finally {
    stores.close()
  }
}

/** Writes the backup to a file, and reads it back from there. */
async function pack(
  { stores, clock }: Host & { readonly stores: Stores },
  id: string,
  inventory: Inventory,
  key: BackupKey,
  folder: string,
): Promise<{ readonly parcel: Parcel; readonly contents: BackupContents }> {
  const file = join(folder, "backup")
  const options = { key, clock: clock as NonNullable<typeof clock>, createHasher: createNodeHasher }
  await pipeline(backup(stores, inventory, options), createWriteStream(file, { flush: true }))
  const contents = await verify(() => readFrom(file), options)
  const sha256 = await sha256Of(file)
  const { size } = await stat(file)
  const made = new Date(contents.madeAtMs).toISOString().replace(/[-:]|\.\d+/g, "")
  return { contents, parcel: { file, sha256, bytes: size, name: `${id}-${made}-${sha256.slice(0, 8)}.backup` } }
}

async function* readFrom(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file).catch((cause: NodeJS.ErrnoException) => {
    throw new CubeError({ ...file_unreadable, params: { file, reason: cause.code ?? "unknown" }, cause })
  })
  yield* createReadStream("", { fd: handle, highWaterMark: 1 << 20 })
}

const failure = (error: unknown) => {
  if (!isCubeError(error)) throw error
  return { ok: false, error: error.toJSON() }
}

const rowsOf = ({ stores }: BackupContents): string[][] =>
  stores.map(({ store, name, rows, sha256 }) => [store, name, String(rows), sha256.slice(0, 16)])
