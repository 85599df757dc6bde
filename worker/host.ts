import { createHost, type WorkerdHost } from "cubular/host/workerd"
import { type BackupKey, backupKey, sealed } from "cubular/stores/backup"
import { createStores, type StoreBindings } from "cubular/stores/workers"

/** Bindings and variables the powers of a run come from. */
export interface HostEnv extends StoreBindings {
  /** Comma-separated origins services may have, as "https://api.openai.com"; "" or absent = none. */
  readonly CUBULAR_ALLOWED_ORIGINS?: string
  /** Log lines of this level and above go to the console, as JSON. Absent or anything else: none. */
  readonly CUBULAR_LOG?: string
  /** Comma-separated stores of blobs that keep only what is sealed, as "disk,usb,away"; "" or absent = none. */
  readonly CUBULAR_SEALED_BLOBS?: string
  /** A secret: what they are sealed with, 32 bytes in Base64 as `cubular backup --new-key` writes them. */
  readonly CUBULAR_SEAL_KEY?: string
}

const LEVELS = ["debug", "info", "warn", "error"] as const

/** What runs stand on. Stores that are to be sealed are refused, with `backup_key_refused`, while there is no key. */
export function hostOf(env: HostEnv): WorkerdHost {
  const log = LEVELS.find((level) => level === env.CUBULAR_LOG)
  const key = keyOf(env.CUBULAR_SEAL_KEY)
  const keys = Object.fromEntries(listOf(env.CUBULAR_SEALED_BLOBS).map((name) => [name, key]))
  return createHost({
    allowedOrigins: listOf(env.CUBULAR_ALLOWED_ORIGINS),
    ...(log ? { log } : {}),
    stores: (clock) => sealed(createStores(env, { clock }), keys),
  })
}

/** Made by the first call that needs it. The key is kept, not its promise, which would belong to one request. */
function keyOf(text = ""): () => Promise<BackupKey> {
  let made: BackupKey | undefined
  return async () => {
    made ??= await backupKey(bytesOf(text))
    return made
  }
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.trim()), (each) => each.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

export function listOf(text = ""): string[] {
  const parts = text.split(",").map((part) => part.trim())
  return parts.filter((part) => part !== "")
}
