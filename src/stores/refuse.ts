import { CubeError, type ErrorText, type Params, type Path } from "cubular/contract"
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
