import { isCubeError } from "cubular/contract"

/** Code of whatever was thrown, for records and events. */
export function codeOf(error: unknown): string {
  return isCubeError(error) ? error.code : "cube_threw"
}
