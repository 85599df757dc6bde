import {
  type AnyCube,
  type Case,
  type CompositionDocument,
  type CubeCases,
  type CubeError,
  canonical,
  createRunner,
  encodeJson,
  isCubeError,
  type Json,
  type Registry,
  type Runner,
  type Settled,
  toManifest,
  type Value,
  type Values,
} from "cubular"
import { policies } from "cubular/policies"
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
 * Runs every worked example of a cube twice at once on one instance, on a fresh host, with ambient powers that throw.
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
  { ambient = false, check = "wires" }: CasesOptions,
): Promise<string[]> {
  const host = createHost({
    now: example.now ?? 0,
    seed: "conformance",
    autoAdvance: true,
    ...networkOf(cube, example),
  })
  const seed = example.seed ?? "case"
  let runner: Runner
  try {
    runner = await createRunner(around(cube, example), registry, host, { check, seed, policies })
  } catch (error) {
    const codes = codesOf(error)
    return example.error && codes.includes(example.error) ? [] : [`The cube cannot be placed: ${codes.join(", ")}.`]
  }
  const forbidden = ambient ? undefined : forbidAmbient(globalThis, sparedBy(cube))
  try {
    const inputs = example.inputs as Values
    const runs = [0, 1].map(() => runner.run(inputs, { fingerprint: true }).settled)
    const [one, two] = (await Promise.all(runs)).map(endingOf) as [Ending, Ending]
    forbidden?.restore()
    return [...wrong(example, one), ...unlike(one, two), ...(forbidden?.touched.map(tell) ?? [])]
  } finally {
    forbidden?.restore()
    await runner.stop()
  }
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
