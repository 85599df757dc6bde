import { isCubeError } from "cubular/contract"
import { cube_threw } from "cubular/messages/en"

/** What of a failure may be logged: its code alone. */
export function codeOf(thrown: unknown): string {
  return isCubeError(thrown) && /^[a-z][a-z0-9_]{0,63}$/.test(thrown.code) ? thrown.code : cube_threw.code
}
