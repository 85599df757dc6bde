import { CubeError, isCubeError, type Path } from "cubular/contract"
import { cube_threw } from "cubular/messages/en"

/**
 * What a step fails with. A CubeError keeps its code and gets the step's place in front of its path; of anything else
 * only the fact remains, with the original as `cause`: native texts differ between hosts and may quote values.
 */
export function failureOf(thrown: unknown, cube: string, place: Path): CubeError {
  if (!isCubeError(thrown)) return new CubeError({ ...cube_threw, path: place, params: { cube }, cause: thrown })
  const { code, message, hint, params, path, retryable, issues } = thrown
  return new CubeError({ code, message, hint, params, path: [...place, ...path], retryable, issues, cause: thrown })
}
