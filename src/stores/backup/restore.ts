import type { Stores } from "cubular/contract"
import type { Inventory } from "./archive.ts"
import { type BackupKey, seal, unseal } from "./seal.ts"
import {
  type ArchiveContents,
  look,
  type PackOptions,
  pack,
  type Source,
  type UnpackOptions,
  unpack,
} from "./unpack.ts"

export interface BackupOptions extends PackOptions {
  readonly key: BackupKey
}

export interface RestoreOptions extends BackupOptions, UnpackOptions {}

/** What is in a backup. */
export type BackupContents = ArchiveContents

/**
 * All of the stores as one sealed stream. Rows that change while they are read are in it as they were or as they are; a blob
 * that is replaced in that moment ends the stream with `restore_differs`.
 *
 * Not in it: dates at which queued messages become due, how often they were delivered, and records in quarantine.
 *
 * @throws {CubeError} what the stores reject with; `restore_differs` (make the backup anew).
 */
export function backup(stores: Stores, inventory: Inventory, options: BackupOptions): AsyncGenerator<Uint8Array> {
  return seal(pack(stores, inventory, options), options.key)
}

/**
 * Reads a backup from its first byte to its last and touches no store.
 *
 * @throws {CubeError} `backup_unknown`, `backup_key_other`, `backup_corrupt`, `backup_malformed`.
 */
export function verify(source: Source, { key, createHasher }: BackupOptions): Promise<BackupContents> {
  return look(() => unseal(source(), key), createHasher)
}

/** Puts a backup into stores, as `unpack` does. @throws {CubeError} as `verify` and `unpack`. */
export function restore(source: Source, stores: Stores, options: RestoreOptions): Promise<BackupContents> {
  return unpack(() => unseal(source(), options.key), stores, options)
}
