import { type Json, type Path, storeLimits } from "cubular/contract"
import { store_metadata_too_large } from "cubular/messages/en"
import { refuse } from "./refuse.ts"
import { byteLength, isLonger } from "./text.ts"
import { toText } from "./value.ts"

/** The JSON text of metadata. @throws {CubeError} `store_metadata_too_large`, or a code of `checkValue`. */
export function metadataOf(metadata: Json | undefined, path: Path): string | undefined {
  if (metadata === undefined) return undefined
  const max = storeLimits.metadataBytes
  const text = toText(metadata, path, Number.MAX_SAFE_INTEGER)
  if (isLonger(text, max)) refuse(store_metadata_too_large, path, { bytes: byteLength(text), max })
  return text
}
