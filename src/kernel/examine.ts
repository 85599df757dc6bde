import type { AnyCube, Path } from "cubular/contract"
import { cube_load_failed, registry_unreadable } from "cubular/messages/en"
import { Issues, problemOf } from "./issues.ts"
import { type Limits, toLimits } from "./limits.ts"
import { checkListening } from "./listening.ts"
import { type Outline, outline, pathOf, type World } from "./outline.ts"
import { read } from "./parse.ts"
import { codeOf, type HeldCube, type Holdings, toHoldings } from "./registry.ts"
import { checkStreams } from "./stream-wires.ts"
import { Wiring } from "./wiring.ts"

/** Everything found out about a document short of a plan. */
export interface Examination {
  readonly issues: Issues
  readonly holdings: Holdings | undefined
  /** The parts below are missing where the document was too wrong to get that far. */
  readonly outline: Outline | undefined
  readonly wiring: Wiring | undefined
  readonly cubes: Map<HeldCube, AnyCube>
  /** Line and column of a path, where the source was text. */
  readonly locate: ((path: Path) => { line: number; column: number }) | undefined
}

/**
 * Reads a document, resolves what it names, loads the cubes it uses and judges its wires. Reports and never throws,
 * but for mistakes of ours.
 */
export async function examine(source: unknown, registry: unknown, given?: Partial<Limits>): Promise<Examination> {
  const limits = toLimits(given)
  const issues = new Issues()
  const cubes = new Map<HeldCube, AnyCube>()
  const reading = read(source, limits)
  const holdings = open(registry, source, issues)
  const none = { issues, holdings, outline: undefined, wiring: undefined, cubes, locate: reading.locate }
  issues.list.push(...reading.issues)
  if (reading.issues.length > 0 || !holdings) return none
  const world: World = { holdings, limits, outlines: new Map(), stack: [] }
  const root = outline(reading.value, world, issues)
  if (root === undefined || root.cubes > limits.cubes || root.refs > limits.refs) return { ...none, outline: root }
  await load(usedBy(root, new Map()), cubes, issues)
  const wiring = new Wiring(issues, cubes)
  wiring.run(root)
  checkListening(root, wiring.runInputs, holdings, issues)
  checkStreams(wiring, root.document.mode, issues)
  return { ...none, outline: root, wiring }
}

function open(registry: unknown, source: unknown, issues: Issues): Holdings | undefined {
  try {
    return toHoldings(registry, source)
  } catch (error) {
    issues.error(registry_unreadable, [], { code: codeOf(error), problem: problemOf(error) })
    return undefined
  }
}

/** Cubes a document needs the code of, with a place that uses them. */
function usedBy(root: Outline, used: Map<HeldCube, Path>, place?: Path): Map<HeldCube, Path> {
  for (const member of root.members.values()) {
    if (member.held && !used.has(member.held)) used.set(member.held, place ?? pathOf(member, "use"))
    if (member.substitute && !used.has(member.substitute))
      used.set(member.substitute, place ?? pathOf(member, "policy", "fallback", "use"))
    if (member.inner) usedBy(member.inner, used, place ?? pathOf(member, "use"))
  }
  for (const [name, { declared }] of root.inputs)
    if (declared?.held && !used.has(declared.held)) used.set(declared.held, place ?? ["inputs", name])
  return used
}

/** Loads code, all at once; what cannot be loaded is an issue. */
export async function load(
  used: ReadonlyMap<HeldCube, Path>,
  into: Map<HeldCube, AnyCube>,
  issues: Issues,
): Promise<void> {
  const waiting: Promise<void>[] = []
  for (const [held, path] of used) {
    const params = { id: held.id, version: held.version }
    const failed = (error: unknown): void =>
      issues.error(cube_load_failed, path, { ...params, problem: problemOf(error) })
    const take = (cube: AnyCube): void => {
      if (isCube(cube, held)) into.set(held, cube)
      else failed(undefined)
    }
    try {
      const cube = held.load()
      if (cube instanceof Promise) waiting.push(cube.then(take).catch(failed))
      else take(cube)
    } catch (error) {
      failed(error)
    }
  }
  if (waiting.length > 0) await Promise.all(waiting)
}

function isCube(cube: AnyCube | undefined, held: HeldCube): boolean {
  return typeof cube?.create === "function" && cube.id === held.id && cube.version === held.version
}
