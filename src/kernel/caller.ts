import type { AnyCube, CubeError, CubeInstance, Values } from "cubular/contract"
import type { Role } from "./role.ts"
import type { Surroundings } from "./step.ts"
import type { Ties } from "./ties.ts"

/** A run as its calls see it. */
export interface Caller extends Surroundings {
  instanceOf(cube: AnyCube): CubeInstance
  /** Ties of something that ends with the run, and can end alone. */
  childTies(): Ties
  /** A call begins; throws when the run may not go on. */
  callStarted(path: string): void
  /** Without outputs and error: it was called off. */
  callEnded(path: string, outputs: Values | undefined, error: CubeError | undefined): void
  /** Whether this is a replay in which the call was called off: it is not made again. */
  wasCalledOff(path: string): boolean
}

/** How a step's call is made: `callCube`. */
export type MakeCall = (
  run: Caller,
  caller: Role,
  count: number,
  id: string,
  given: Values,
  signal: AbortSignal | undefined,
) => Promise<Values>
