import { CubeError, defineCube, isCubeError, type Same, type Step, same, type Value } from "cubular/contract"
import { race_all_failed, race_timed_out } from "cubular/messages/en"
import * as z from "zod"
import { called, dependenciesOn, outputOf, portName } from "./calls/called.ts"
import { FinishLine } from "./calls/finish-line.ts"

const DAY_MS = 86_400_000
const runner = z.strictObject({ ...called, input: portName.optional(), output: portName.optional() })

/**
 * Calls several cubes at once with the same value; what the first that succeeds gives goes on, and `winner` says which
 * of `config.cubes` it was (0 is the first). When all fail, the step fails and lists their codes; when none has succeeded
 * after `config.timeoutMs` (1 ms to 1 day, default 60 s), it fails too. A replay has the winner of the recorded run.
 *
 * `config.input` and `config.output` name the ports, and `config.with` holds constants; each cube of the list may have
 * its own in their place. When the race is over, the others are called off.
 */
export default defineCube({
  id: "flow/race",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Race", ko: "먼저 끝난 것" },
  summary: { en: "The first of several cubes to succeed", ko: "여러 큐브 중 먼저 성공한 결과를 내보냅니다" },
  config: z.strictObject({
    cubes: z.array(runner).min(2).max(16).refine(hasOneRangeEach),
    input: portName,
    output: portName,
    with: called.with,
    timeoutMs: z.int().min(1).max(DAY_MS).optional(),
  }),
  dependencies: (config) => dependenciesOn(...(config?.cubes ?? [])),
  needs: ["clock"],
  inputs: { value: same("T") },
  outputs: { value: same("R"), winner: z.int() },
  create: (_, config) => ({
    async process({ value }, step) {
      const { cubes, timeoutMs = 60_000 } = config
      const over = new AbortController()
      const runners = cubes.map((_, number) => run(step, config, number, value as unknown as Value, over.signal))
      const line = new FinishLine(step.clock, runners, timeoutMs)
      const failures: unknown[] = []
      try {
        for (let failed = 0; failed < cubes.length; failed++) {
          const arrival = await line.next()
          if (arrival === "late") throw new CubeError({ ...race_timed_out, params: { timeoutMs }, retryable: true })
          const { given, error } = await (runners[arrival] as Promise<Finish>)
          if (given !== undefined) return { value: given as unknown as Same<"R">, winner: arrival }
          failures[arrival] = error
        }
      } finally {
        line.close()
        over.abort()
      }
      throw allFailed(cubes, failures)
    },
  }),
})

interface Config {
  readonly cubes: readonly z.output<typeof runner>[]
  readonly input: string
  readonly output: string
  readonly with?: z.output<typeof called.with>
}

/** How a runner came in: with a value, or with the error it failed with. */
interface Finish {
  readonly given?: Value
  readonly error?: unknown
}

/** Never rejects. */
async function run(step: Step, config: Config, number: number, value: Value, signal: AbortSignal): Promise<Finish> {
  const own = config.cubes[number] as z.output<typeof runner>
  const { cube, input = config.input, output = config.output } = own
  try {
    const outputs = await step.call(cube, { ...config.with, ...own.with, [input]: value }, { signal })
    const place = own.output === undefined ? ["output"] : ["cubes", number, "output"]
    return { given: outputOf(outputs, cube, output, place) }
  } catch (error) {
    return { error }
  }
}

function allFailed(cubes: Config["cubes"], failures: readonly unknown[]): CubeError {
  const codes = failures.map((failure) => (isCubeError(failure) ? failure.code : "cube_threw"))
  return new CubeError({
    ...race_all_failed,
    path: ["config", "cubes"],
    params: { cubes: cubes.map(({ cube }) => cube), codes },
    retryable: failures.some((failure) => isCubeError(failure) && failure.retryable),
    cause: failures[0],
  })
}

/** A step calls a cube in one version. */
function hasOneRangeEach(cubes: readonly { readonly cube: string; readonly range?: string | undefined }[]): boolean {
  return cubes.every(({ cube, range }) => cubes.find((other) => other.cube === cube)?.range === range)
}
