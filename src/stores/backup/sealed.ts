import type { Blobs, Stores } from "cubular/contract"
import { createBlobs } from "../blobs.ts"
import { createHasher } from "../hasher.ts"
import { byName } from "../name.ts"
import { type Crypt, cryptHere } from "./blob-key.ts"
import type { BackupKey } from "./seal.ts"
import { createSealedDriver } from "./sealed-driver.ts"

/** What each store of blobs is sealed with. */
export interface SealedKeys {
  readonly [store: string]: BackupKey | (() => Promise<BackupKey>)
}

/**
 * The same stores, of which the named `blobs` keep only what is sealed: bytes, sizes, media types and metadata are encrypted
 * as they come in, and checked and opened as they go out. Keys of blobs can be seen. Cubes use such a store as any other,
 * and nothing of the key reaches them; `sealedBy` tells that it is one.
 *
 * What was changed, cut off, or taken from another blob, store, or an earlier blob of the same key is refused with
 * `blob_corrupt`, also in ranges; what was never sealed with `blob_not_sealed`; another key with `backup_key_other`. A whole
 * earlier blob that is put back under its own key cannot be told from the one it was.
 *
 * A blob may be 5 GiB less the 16 bytes of each MiB. Listing reads the last 4 KiB of each blob.
 *
 * @param keys - By store; a function is asked for the key in every call, for places where it cannot be made beforehand.
 * @param crypt - What is taken from the platform; given where stores are made after cubes have lost it.
 * @example createHost({ stores: (clock) => sealed(createStores({ folder, clock }), { vault: await backupKey(bytes) }) })
 */
export function sealed<S extends Stores>(stores: S, keys: SealedKeys, crypt: Crypt = cryptHere()): S {
  const make = byName((name): Blobs => {
    const given = keys[name] as SealedKeys[string]
    const key = typeof given === "function" ? given : async (): Promise<BackupKey> => given
    const driver = createSealedDriver(stores.blobs(name), { store: name, key, crypt })
    return { ...createBlobs(driver, () => createHasher(crypt.subtle)), sealedBy: async () => (await key()).id }
  })
  return { ...stores, blobs: (name) => (Object.hasOwn(keys, name) ? make(name) : stores.blobs(name)) }
}
