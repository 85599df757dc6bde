import { isCubeError } from "cubular"

/** What a call came to, for one who has to go on either way. */
export type Came<T> = { readonly value: T } | { readonly code: string }

/** Codes after which nobody knows whether a call was done. */
const UNSURE: ReadonlySet<string> = new Set(["store_busy", "store_unavailable"])

/** The code a call was refused with; what is no coded error passes. */
export async function attempt<T>(work: () => Promise<T>): Promise<Came<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    if (isCubeError(error)) return { code: error.code }
    throw error
  }
}

/** Whether it may have been done although it was not acknowledged. */
export function isUnsure(came: Came<unknown>): boolean {
  return "code" in came && UNSURE.has(came.code)
}
