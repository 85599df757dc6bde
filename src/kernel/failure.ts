import { CubeError, checkValue, isCubeError, type Params, type Path } from "cubular/contract"
import { cube_threw } from "cubular/messages/en"

/**
 * What a step fails with. A CubeError keeps its code and gets the step's place in front of its path; of anything else
 * only the fact remains, with the original as `cause`: native texts differ between hosts and may quote values. Never
 * throws, whatever was thrown.
 */
export function failureOf(thrown: unknown, cube: string, place: Path): CubeError {
  try {
    if (isCubeError(thrown)) return placed(thrown, place)
  } catch {
    // It bears the brand and is none: a copy with parts missing, or a proxy that throws whatever it is asked.
  }
  return new CubeError({ ...cube_threw, path: place, params: { cube }, cause: thrown })
}

function placed(thrown: CubeError, place: Path): CubeError {
  const { code, message, hint, path, params, retryable, issues } = thrown
  const isPath = Array.isArray(path) && path.every((key) => typeof key === "string" || typeof key === "number")
  const isText = [code, message, hint].every((text) => typeof text === "string")
  if (!isText || !isPath || checkValue(params) !== undefined) throw thrown
  const error = new CubeError({ code, message, hint, path: [...place, ...path], retryable, issues, cause: thrown })
  // Its words are filled in already: a value that looks like a slot must stay as it is.
  return Object.defineProperty(error, "params", { value: params as Params, enumerable: true })
}
