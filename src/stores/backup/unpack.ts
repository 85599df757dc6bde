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
import { type Restoring, type Section, tableOf } from "./section.ts"

export interface PackOptions {
  readonly clock: Pick<Clock, "now">
  /** The platform's own, where it has one that takes bytes in parts. */
  readonly createHasher?: () => Hasher
}

export interface UnpackOptions extends PackOptions {
  /**
   * "empty" (default): only into stores that hold nothing. "merge": puts what is in the archive over what is there, which is
   * how a restore that was cut off is gone on with; queues and journals must then begin with what the archive begins with.
   */
  readonly into?: "empty" | "merge"
}

/** What is in an archive. */
export interface ArchiveContents {
  /** When it was made, epoch ms of the clock of the host that made it. */
  readonly madeAtMs: number
  readonly stores: readonly ArchivedStore[]
}

/** Opens the bytes from their beginning; called several times, so nothing large has to be held. */
export type Source = () => AsyncIterable<Uint8Array>

/** All of the stores as one stream, for all to read: whoever keeps it seals it. Otherwise as `backup`. */
export function pack(stores: Stores, inventory: Inventory, options: PackOptions): AsyncGenerator<Uint8Array> {
  const { clock, createHasher = createOwnHasher } = options
  return writeArchive(stores, inventory, { madeAtMs: clock.now(), createHasher })
}

/** Reads an archive from its first byte to its last and touches no store. @throws {CubeError} `backup_malformed`. */
export function look(source: Source, createHasher: () => Hasher = createOwnHasher): Promise<ArchiveContents> {
  return readArchive(source(), createHasher, async () => undefined)
}

/**
 * Puts an archive into stores, in three rounds: all of it is read and checked, then compared with what the stores hold, and
 * only then written. What is refused in the first two rounds has changed nothing.
 *
 * @throws {CubeError} as `look`; `restore_not_empty`, `restore_differs`, `backup_changed_meanwhile`, what the stores reject
 * with: then go on with `into: "merge"`.
 */
export async function unpack(source: Source, stores: Stores, options: UnpackOptions): Promise<ArchiveContents> {
  const { clock, createHasher = createOwnHasher, into = "empty" } = options
  const checked = await look(source, createHasher)
  for (const writes of [false, true]) {
    const how = { into, writes, nowMs: clock.now() }
    const found = await readArchive(source(), createHasher, (section) => restoreOne(stores, section, how))
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
