/**
 * Backups: all stores of a composition as one sealed stream of bytes, and back. Works on any host, over any driver.
 *
 * @example
 * const key = await backupKey(secretBytes)
 * const sealed = backup(host.stores, { kv: ["settings"], records: [charts] }, { key, clock: host.clock })
 * await restore(() => readFileAsStream("charts.backup"), otherHost.stores, { key, clock: otherHost.clock })
 *
 * @module
 */
export type { ArchivedStore, Inventory } from "./backup/archive.ts"
export type { Crypt } from "./backup/blob-key.ts"
export {
  type BackupContents,
  type BackupOptions,
  backup,
  type RestoreOptions,
  restore,
  verify,
} from "./backup/restore.ts"
export { type BackupKey, backupKey, generateKey } from "./backup/seal.ts"
export { type SealedKeys, sealed } from "./backup/sealed.ts"
export type { Source } from "./backup/unpack.ts"
