import { CUBE_ID_PATTERN, CubeError, NAME_PATTERN, type Path, type Value, type Values } from "cubular/contract"
import { call_output_missing } from "cubular/messages/en"
import * as z from "zod"

/** Name of a port of the called cube. */
export const portName: z.ZodString = /* @__PURE__ */ z.string().regex(NAME_PATTERN)

const cube = /* @__PURE__ */ z.string().regex(CUBE_ID_PATTERN)
const range = /* @__PURE__ */ z.string().max(64).optional()
const constants = /* @__PURE__ */ z.record(portName, /* @__PURE__ */ z.json()).optional()

/** Config of a cube that calls another: which one, in which versions, and constants for its further ports. */
export const called: { cube: typeof cube; range: typeof range; with: typeof constants } = {
  cube,
  range,
  with: constants,
}

interface Naming {
  readonly cube: string
  readonly range?: string | undefined
}

/**
 * `dependencies` of a cube that calls those its config names; any version where no range is given. Of a config that was
 * refused, which is told by itself, there are none.
 */
export function dependenciesOn(...named: readonly (Naming | undefined)[]): { readonly [id: string]: string } {
  return Object.fromEntries(named.flatMap((each) => (each ? [[each.cube, each.range ?? "*"]] : [])))
}

/**
 * What a called cube gave at a port.
 *
 * @throws {CubeError} `call_output_missing` when it gave nothing there; `place` leads to the port's name in the config.
 */
export function outputOf(outputs: Values, cube: string, output: string, place: Path): Value {
  const value = Object.hasOwn(outputs, output) ? outputs[output] : undefined
  if (value !== undefined) return value
  throw new CubeError({ ...call_output_missing, path: ["config", ...place], params: { cube, output } })
}
