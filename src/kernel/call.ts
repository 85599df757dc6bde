import { type AnyCube, CubeError, type Values } from "cubular/contract"
import { call_not_declared, call_too_deep } from "cubular/messages/en"
import { accept } from "./accept.ts"
import { callOff } from "./branch.ts"
import type { Caller } from "./caller.ts"
import { isOptionalOutput } from "./compile.ts"
import { failureOf } from "./failure.ts"
import { inputsOfCube, takeInputs } from "./inputs.ts"
import type { Slots } from "./invoke.ts"
import { addPersonal, discreet, Personal } from "./personal.ts"
import { callsOf, opensOf, type Role } from "./role.ts"
import { StepView } from "./step.ts"
import { neverMade } from "./tap.ts"

/** Calls inside calls: as deep as documents are by default. */
const DEEPEST = 32

/**
 * Runs a cube for a step. Nobody proved these wires: inputs and outputs are parsed, and defaults filled in.
 *
 * @throws {CubeError} `call_not_declared`, `call_too_deep`, `inputs_refused`, or what the called cube failed with.
 */
export function callCube(
  run: Caller,
  caller: Role,
  count: number,
  id: string,
  given: Values,
  signal: AbortSignal | undefined,
): Promise<Values> {
  if (!signal) return callHere(run, caller, count, id, given)
  return callOff(run, signal, callCube, (branch) => callHere(branch, caller, count, id, given))
}

async function callHere(run: Caller, caller: Role, count: number, id: string, given: Values): Promise<Values> {
  const cube = caller.calls.includes(id) ? caller.callable[id] : undefined
  if (!cube) throw new CubeError({ ...call_not_declared, params: { cube: caller.cube.id, called: String(id) } })
  if (caller.depth >= DEEPEST) throw new CubeError({ ...call_too_deep, params: { limit: DEEPEST } })
  const place = `${id}#${count}`
  const path = `${caller.path}>${place}`
  const role: Role = {
    ...caller,
    path,
    cube,
    calls: callsOf(cube, undefined),
    opens: opensOf(cube, undefined),
    secrets: [],
    depth: caller.depth + 1,
  }
  return callAs(run, role, given, place)
}

/** The same for a cube that is known, in the role it plays; `place` is where its failures are said to be. */
export async function callAs(run: Caller, role: Role, given: Values, place: string): Promise<Values> {
  const { cube, path } = role
  run.callStarted(path)
  try {
    const inputs = parseInputs(cube, given)
    if (run.wasCalledOff(path)) await neverMade()
    const outputs = take(role, await run.instanceOf(cube).process(inputs, new StepView(run, role, inputs)))
    run.callEnded(path, outputs, undefined)
    return outputs
  } catch (thrown) {
    const failure = failureOf(thrown, cube.id, ["calls", place])
    const error = discreet(failure, addPersonal(new Personal(), cube, { inputs: given }))
    run.callEnded(path, undefined, error)
    throw error
  }
}

function parseInputs(cube: AnyCube, given: Values): Values {
  const inputs = inputsOfCube(cube)
  const slots: Slots = []
  const refused = takeInputs(inputs, given, slots, false)
  if (refused) throw refused
  return Object.fromEntries(inputs.map(({ name }, at) => [name, slots[at]]))
}

function take(role: Role, returned: unknown): Values {
  const ports = Object.keys(role.cube.outputs)
  const slots: Slots = []
  const optional = ports.map((port) => isOptionalOutput(role.cube, port))
  accept({ outputs: ports, optional, firstSlot: 0, role }, returned, slots, "schema")
  return Object.fromEntries(ports.flatMap((port, index) => (slots[index] === undefined ? [] : [[port, slots[index]]])))
}
