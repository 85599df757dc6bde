import { CubeError, isCubeError, type Path } from "cubular/contract"
import { op_input_missing } from "cubular/messages/en"
import * as z from "zod"

/** Name of a store; every composition that names it finds the same data. */
export const storeName: z.ZodString = /* @__PURE__ */ z.string().regex(/^[a-z][a-z0-9-]{0,47}$/)

type Ports = { readonly [port: string]: unknown }

/**
 * The inputs of an operation: those it needs must be there, the rest may be.
 *
 * @throws {CubeError} `op_input_missing`.
 */
export function withInputs<const I extends Ports, const N extends keyof I & string>(
  inputs: I,
  op: string,
  ...names: readonly N[]
): I & { readonly [P in N]-?: Exclude<I[P], undefined> } {
  for (const input of names)
    if (inputs[input] === undefined)
      throw new CubeError({ ...op_input_missing, path: ["inputs", input], params: { op, input } })
  return inputs as I & { readonly [P in N]-?: Exclude<I[P], undefined> }
}

/** What stores refuse is told at the port or the setting it came from: both have the names stores use. */
export async function placed<T>(inputs: Ports, config: Ports, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const [first] = isCubeError(error) ? error.path : []
    if (!isCubeError(error) || typeof first !== "string") throw error
    if (inputs[first] !== undefined) throw moved(error, ["inputs", ...error.path])
    throw config[first] === undefined ? error : moved(error, ["config", ...error.path])
  }
}

/** The same error, told at another place. */
export function moved(error: CubeError, path: Path): CubeError {
  return Object.defineProperty(CubeError.fromJSON({ ...error.toJSON(), path }), "cause", {
    value: error,
    configurable: true,
  })
}
