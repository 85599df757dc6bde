import type { Identity } from "./connection.ts"
import type { StoresPlatform } from "./platform.ts"

/** Which data the stores have, and whether it may be cleared. */
export interface StoresState extends Identity {
  /** There is nothing where data was expected: the browser has cleared it, or it was never here. Restore it from elsewhere. */
  readonly restored?: "empty"
  /** Whether the browser has promised to clear nothing by itself (`navigator.storage.persist()`, which a page may ask for). */
  readonly isPersisted: boolean
}

export interface Expectation {
  readonly expects?: boolean | string
  readonly onEmpty?: (state: StoresState) => void
}

/** Follows which data was found, and compares it with what should be there. */
export function createStateOf(
  { expects = false, onEmpty }: Expectation,
  { storage }: StoresPlatform,
): { opened(identity: Identity, isNew: boolean): void; told(): Promise<StoresState> } {
  let known: Identity | undefined
  let isEmpty = false

  async function told(): Promise<StoresState> {
    const isPersisted = (await storage?.persisted?.().catch(() => false)) ?? false
    return { ...(known as Identity), ...(isEmpty ? { restored: "empty" as const } : {}), isPersisted }
  }

  return {
    told,
    opened(identity, isNew) {
      const isUnexpected = known === undefined ? isOther(expects, identity, isNew) : known.id !== identity.id
      known = identity
      if (!isUnexpected) return
      isEmpty = true
      if (onEmpty) void told().then(onEmpty)
    },
  }
}

function isOther(expects: boolean | string, { id }: Identity, isNew: boolean): boolean {
  return typeof expects === "string" ? expects !== id : expects && isNew
}
