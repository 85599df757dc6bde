import { CubeError, type ErrorText, isCubeError, type Params, type Path } from "cubular/contract"
import { store_option_refused } from "cubular/messages/en"

export function refuse(text: ErrorText, path: Path, params: Params = {}): never {
  throw new CubeError({ ...text, path, params })
}

/** A whole number of an option, its default where it is absent. */
export function wholeOf(option: string, given: unknown, fallback: number, min: number, max: number): number {
  if (given === undefined) return fallback
  if (Number.isInteger(given) && (given as number) >= min && (given as number) <= max) return given as number
  return refuse(store_option_refused, [option], { option, takes: `${min}…${max}` })
}

/** Runs the work for one item of many; a refusal says which. Paths are only put together when something is refused. */
export function forItem<T>(list: string, index: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw within([list, index], error)
  }
}

/** A refusal with its place in something larger. */
export function within(place: Path, error: unknown): unknown {
  if (!isCubeError(error)) return error
  return CubeError.fromJSON({ ...error.toJSON(), path: [...place, ...error.path] })
}
