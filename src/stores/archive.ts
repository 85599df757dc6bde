/**
 * Archives: all stores of a composition as one stream of bytes that is not sealed, and back; for those whose keeping is
 * sealed by somebody else, as `sealed` of `cubular/stores/backup` does. Takes nothing of the platform.
 *
 * @module
 */
export type { ArchivedStore, Inventory } from "./backup/archive.ts"
export {
  type ArchiveContents,
  look,
  type PackOptions,
  pack,
  type Source,
  type UnpackOptions,
  unpack,
} from "./backup/unpack.ts"
