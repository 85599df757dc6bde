import {
  type AnyCube,
  type Case,
  type CaseStep,
  type CompositionDocument,
  type CubeCases,
  type CubeError,
  canonical,
  createRunner,
  encodeJson,
  type Host,
  isCubeError,
  type Json,
  type Registry,
  type Run,
  type Runner,
  type Settled,
  toManifest,
  type Value,
  type Values,
} from "cubular"
import { policies } from "cubular/policies"
import { streams } from "cubular/streams"
import { forbidAmbient } from "./ambient.ts"
import { networkOf, servicesOf, sparedBy } from "./case-network.ts"
import type { CreateHost } from "./run-cell.ts"

export interface CasesOptions {
  /** Leave the ambient powers alone: for cubes whose libraries touch them while they load. Default false. */
  readonly ambient?: boolean
  readonly check?: "edges" | "wires"
}

/** What a run of a case came to, in a form that can be compared. */
interface Ending {
  /** Codes of everything that went wrong, the innermost last; none when ok. */
  readonly codes: readonly string[]
  readonly outputs: Json
  readonly fingerprint: string | undefined
}

/**
 * Runs every worked example of a cube twice at once on one instance, on a fresh host, with ambient powers that throw; of a
 * cube that uses stores, once on each of two fresh hosts, whose stores must be empty.
 *
 * @param registry - The cube and those it calls, loaded: nothing is loaded while powers are forbidden.
 * @returns what is wrong, as sentences that begin with the case's title; none when all is as the cases say.
 */
export async function runCases(
  cube: AnyCube,
  cases: CubeCases,
  registry: Registry | Iterable<AnyCube | CompositionDocument>,
  createHost: CreateHost,
  options: CasesOptions = {},
): Promise<string[]> {
  const problems: string[] = []
  if (cases.cube !== cube.id) problems.push(`The cases are those of ${cases.cube}, not of ${cube.id}.`)
  const titles = cases.cases.map(({ title }) => title.en)
  for (const title of titles)
    if (titles.indexOf(title) !== titles.lastIndexOf(title)) problems.push(`Two cases are called “${title}”.`)
  for (const each of cases.cases)
    for (const problem of await runCase(cube, each, registry, createHost, options))
      problems.push(`${each.title.en}: ${problem}`)
  return problems
}

async function runCase(
  cube: AnyCube,
  example: Case,
  registry: Registry | Iterable<AnyCube | CompositionDocument>,
  createHost: CreateHost,
  options: CasesOptions,
): Promise<string[]> {
  const bench = { cube, example, registry, createHost, ...options }
  const made = isKeeping(cube) ? await runApart(bench) : await runTogether(bench, await prepare(bench), 2)
  if (typeof made === "string") return [made]
  const [one, two] = made.endings as [Ending, Ending]
  return [...wrong(example, one), ...unlike(one, two), ...made.touched.map(tell)]
}

interface Bench extends CasesOptions {
  readonly cube: AnyCube
  readonly example: Case
  readonly registry: Registry | Iterable<AnyCube | CompositionDocument>
  readonly createHost: CreateHost
}

interface Made {
  readonly endings: readonly Ending[]
  readonly touched: readonly string[]
}

/** Twice on hosts of their own, each as fresh as the other: what is kept by one run the other one would find. */
async function runApart(bench: Bench): Promise<Made | string> {
  const one = await runTogether(bench, await prepare(bench), 1)
  if (typeof one === "string") return one
  const two = (await runTogether(bench, await prepare(bench), 1)) as Made
  return { endings: [...one.endings, ...two.endings], touched: one.touched }
}

/** A host on which everything was done that comes before the case. */
async function prepare({ cube, example, registry, createHost }: Bench): Promise<Host> {
  const { now = 0, before = [] } = example
  const host = createHost({
    now,
    seed: "conformance",
    autoAdvance: true,
    ...networkOf(cube, example),
  })
  for (const step of before) {
    if (step.inputs) await (await createRunner(aroundStep(cube, step), registry, host)).run(step.inputs).result
    if (step.waitMs !== undefined) await host.clock?.sleep(step.waitMs)
  }
  return host
}

/** So many runs at once on one instance. */
async function runTogether(bench: Bench, host: Host, times: number): Promise<Made | string> {
  const { cube, example, registry, ambient = false, check = "wires" } = bench
  const seed = example.seed ?? "case"
  let runner: Runner
  try {
    runner = await createRunner(around(cube, example), registry, host, { check, seed, policies, streams })
  } catch (error) {
    const codes = codesOf(error)
    const ending = { codes, outputs: null, fingerprint: undefined }
    if (example.error && codes.includes(example.error)) return { endings: [ending, ending], touched: [] }
    return `The cube cannot be placed: ${codes.join(", ")}.`
  }
  const forbidden = ambient ? undefined : forbidAmbient(globalThis, sparedBy(cube))
  try {
    const inputs = example.inputs as Values
    const runs = Array.from({ length: times }, () => settle(runner.run(inputs, { fingerprint: true })))
    const endings = (await Promise.all(runs)).map(endingOf)
    return { endings, touched: [...(forbidden?.touched ?? [])] }
  } finally {
    forbidden?.restore()
    await runner.stop()
  }
}

const isKeeping = ({ needs }: AnyCube): boolean => needs.includes("stores")

/** A document for a run before the case; what it gives nobody looks at. */
function aroundStep(
  cube: AnyCube,
  { use = `${cube.id}@${cube.version}`, inputs = {}, config }: CaseStep,
): CompositionDocument {
  const wired = Object.keys(inputs).map((port) => [port, `@${port}`])
  const placed = { use, ...(config === undefined ? {} : { config }), in: Object.fromEntries(wired) }
  return { format: 1, id: "before", version: "1.0.0", cubes: { cube: placed }, outputs: {} }
}

/** A document that places the cube alone: its wired ports are inputs, all its outputs are outputs. */
function around(cube: AnyCube, example: Case): CompositionDocument {
  const { inputs, config } = example
  const { inputs: ports, outputs } = toManifest(cube)
  const wired = Object.keys(ports).filter((port) => ports[port]?.required || Object.hasOwn(inputs, port))
  return {
    format: 1,
    id: "case",
    version: "1.0.0",
    ...servicesOf(example),
    cubes: {
      cube: {
        use: `${cube.id}@${cube.version}`,
        ...(config === undefined ? {} : { config }),
        in: Object.fromEntries(wired.map((port) => [port, `@${port}`])),
      },
    },
    outputs: Object.fromEntries(Object.keys(outputs).map((port) => [port, `cube.${port}`])),
  }
}

/** The end of a run, with the items of streams in the place of their numbers. */
async function settle(run: Run): Promise<Settled> {
  const readers = Object.entries(run.streams).map(async ([name, stream]) => [name, await itemsOf(stream)] as const)
  const [settled, ...read] = await Promise.all([run.settled, ...readers])
  return settled.ok ? { ...settled, outputs: { ...settled.outputs, ...Object.fromEntries(read) } } : settled
}

async function itemsOf(stream: AsyncIterable<Value>): Promise<readonly Value[]> {
  const items: Value[] = []
  try {
    for await (const item of stream) items.push(item)
  } catch {
    // The run fails with the same.
  }
  return items
}

function endingOf(settled: Settled): Ending {
  return {
    codes: settled.ok ? [] : codesOf(settled.error),
    outputs: encodeJson(settled.outputs),
    fingerprint: settled.fingerprint,
  }
}

/** The code of an error, of its issues, and of what caused it. */
function codesOf(error: unknown): string[] {
  if (!isCubeError(error)) return ["not a CubeError"]
  const { code, issues = [], cause } = error as CubeError
  return [code, ...issues.map((issue) => issue.code), ...(isCubeError(cause) ? codesOf(cause) : [])]
}

function wrong({ error, outputs }: Case, { codes, outputs: found }: Ending): string[] {
  if (error !== undefined) {
    if (codes.length === 0) return [`It should fail with ${error}, and is ok.`]
    return codes.includes(error) ? [] : [`It should fail with ${error}; found ${codes.join(", ")}.`]
  }
  if (codes.length > 0) return [`It fails with ${codes.join(", ")}.`]
  const [expected, given] = [encodeJson(outputs as Value), found].map((value) => canonical(value as Value))
  return expected === given ? [] : [`It should give ${expected}; found ${given}.`]
}

function unlike(one: Ending, two: Ending): string[] {
  const same = canonical(one as unknown as Value) === canonical(two as unknown as Value)
  return same ? [] : ["Two runs at once on one instance do not end alike."]
}

function tell(power: string): string {
  return `It touches ${power}, which no cube is given.`
}
