import type { Stores } from "cubular/contract"
import type { BackupKey } from "cubular/stores/backup"
import { lateStores } from "./late-stores.ts"
import type { BrowserHostOptions, BrowserWasm, Runtime } from "./powers.ts"

/** What the page gives the host of its runs, wherever they are. */
export interface Grants {
  readonly wasm: BrowserWasm
  readonly privateOrigins: readonly string[]
  readonly sealed: { readonly [blobs: string]: BackupKey }
}

export function withGrants(powers: BrowserHostOptions, grants: Grants, runtime: Runtime): BrowserHostOptions {
  const { stores } = powers
  return {
    ...powers,
    wasm: { ...powers.wasm, ...grants.wasm },
    privateOrigins: [...(powers.privateOrigins ?? []), ...grants.privateOrigins],
    ...(stores ? { stores: (clock) => withSeals(stores(clock), grants.sealed, runtime) } : {}),
  }
}

/** The stores, of which those with a key are sealed; what does it is loaded when a cube first uses one of them. */
function withSeals(stores: Stores, keys: Grants["sealed"], { subtle, fill }: Runtime): Stores {
  const late = lateStores(async () => {
    const { sealed } = await import("cubular/stores/backup")
    const random = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
      fill(bytes)
      return bytes
    }
    return sealed(stores, keys, { subtle: subtle as SubtleCrypto, random })
  })
  return { ...stores, blobs: (name) => (Object.hasOwn(keys, name) ? late : stores).blobs(name) }
}
