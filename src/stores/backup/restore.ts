import type { Clock, Stores } from "cubular/contract"
import { backup_changed_meanwhile, restore_not_empty } from "cubular/messages/en"
import { createHasher as createOwnHasher, type Hasher } from "../hasher.ts"
import { refuse, within } from "../refuse.ts"
import {
  type ArchivedSection,
  type ArchivedStore,
  type Inventory,
  readArchive,
  sections,
  writeArchive,
} from "./archive.ts"
import { type BackupKey, seal, unseal } from "./seal.ts"
import { type Restoring, type Section, tableOf } from "./section.ts"

export interface BackupOptions {
  readonly key: BackupKey
  readonly clock: Pick<Clock, "now">
  /** The platform's own, where it has one that takes bytes in parts. */
  readonly createHasher?: () => Hasher
}

/** What is in a backup. */
export interface BackupContents {
  /** When it was made, epoch ms of the clock of the host that made it. */
  readonly madeAtMs: number
  readonly stores: readonly ArchivedStore[]
}

/** Opens the sealed bytes from their beginning; called several times, so nothing large has to be held. */
export type Source = () => AsyncIterable<Uint8Array>

export interface RestoreOptions extends BackupOptions {
  /**
   * "empty" (default): only into stores that hold nothing. "merge": puts what is in the backup over what is there, which is
   * how a restore that was cut off is gone on with; queues and journals must then begin with what the backup begins with.
   */
  readonly into?: "empty" | "merge"
}

/**
 * All of the stores as one sealed stream. Rows that change while they are read are in it as they were or as they are; a blob
 * that is replaced in that moment ends the stream with `restore_differs`.
 *
 * Not in it: dates at which queued messages become due, how often they were delivered, and records in quarantine.
 *
 * @throws {CubeError} what the stores reject with; `restore_differs` (make the backup anew).
 */
export function backup(stores: Stores, inventory: Inventory, options: BackupOptions): AsyncGenerator<Uint8Array> {
  const { key, clock, createHasher = createOwnHasher } = options
  return seal(writeArchive(stores, inventory, { madeAtMs: clock.now(), createHasher }), key)
}

/**
 * Reads a backup from its first byte to its last and touches no store.
 *
 * @throws {CubeError} `backup_unknown`, `backup_key_other`, `backup_corrupt`, `backup_malformed`.
 */
export function verify(
  source: Source,
  { key, createHasher = createOwnHasher }: BackupOptions,
): Promise<BackupContents> {
  return readArchive(unseal(source(), key), createHasher, async () => undefined)
}

/**
 * Puts a backup into stores, in three rounds: all of it is read and checked, then compared with what the stores hold, and
 * only then written. What is refused in the first two rounds has changed nothing.
 *
 * @throws {CubeError} as `verify`; `restore_not_empty`, `restore_differs`, `backup_changed_meanwhile`, what the stores reject
 * with: then go on with `into: "merge"`.
 */
export async function restore(source: Source, stores: Stores, options: RestoreOptions): Promise<BackupContents> {
  const { key, clock, createHasher = createOwnHasher, into = "empty" } = options
  const checked = await verify(source, options)
  for (const writes of [false, true]) {
    const how = { into, writes, nowMs: clock.now() }
    const found = await readArchive(unseal(source(), key), createHasher, (section) => restoreOne(stores, section, how))
    if (JSON.stringify(found) !== JSON.stringify(checked)) refuse(backup_changed_meanwhile, [])
  }
  return checked
}

async function restoreOne(stores: Stores, archived: ArchivedSection, how: Restoring): Promise<void> {
  const { store: kind, name, shape, frames } = archived
  const section = sections[kind] as Section<unknown>
  try {
    const store = shape ? stores.records(tableOf(shape)) : stores[kind as "kv"](name)
    if (how.into === "empty" && !how.writes && !(await section.isEmpty(store)))
      refuse(restore_not_empty, [], { kind, name })
    await section.restore(store, frames, how)
  } catch (error) {
    throw within([kind, name], error)
  }
}
