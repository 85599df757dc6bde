import { CubeError, decodeJson, isCubeError, type Values } from "cubular"
import { type Simulated, type Simulating, simulateComposition } from "cubular/conformance"
import { catalog } from "cubular/cubes"
import { createHost } from "cubular/host/memory"
import { option_value_refused } from "cubular/messages/en"
import { policies } from "cubular/policies"
import { saga } from "cubular/saga"
import { createStores } from "cubular/stores/memory"
import { readArgs } from "../args.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { printJson } from "../print.ts"
import { parseInputs, readInputs, readSource, readText } from "../source.ts"

const words = {
  ko: {
    good: "불변식이 모두 지켜졌습니다",
    bad: "불변식이 깨진 시드",
    seeds: "시드",
    faults: "장애",
    events: "사건",
    again: "다시 보기",
  },
  en: {
    good: "all invariants hold",
    bad: "seeds with broken invariants",
    seeds: "seeds",
    faults: "faults",
    events: "events",
    again: "see it again",
  },
} as const

/** Violations that say two executions of one thing differ. */
const DISAGREE = /^(?:a record replays to the same|same seed, same trace):/

interface Report {
  seeds: number
  faults: number
  events: number
  readonly failures: { readonly seed: number; readonly violations: readonly string[]; readonly replay: string }[]
}

/**
 * `cubular simulate`: a composition under faults, by seeds. 0 when all invariants hold, 1 when one was broken, 3 when only
 * replays disagree, 2 for a document that cannot be planned.
 */
export async function simulate({ args, streams, lang }: Invocation): Promise<ExitCode> {
  const options = {
    seeds: { type: "string" },
    seed: { type: "string" },
    input: { type: "string" },
    replies: { type: "string" },
    json: { type: "boolean" },
  } as const
  const { positionals, values } = readArgs(args, options, { least: 1, most: 1, usage: usages.simulate })
  const name = positionals[0] as string
  const given: Simulating = {
    source: (await readSource(name)).given,
    registry: catalog,
    inputs: decodeJson(await readInputs(values.input as string | undefined, streams), ["inputs"]) as Values,
    ...(values.replies === undefined ? {} : { replies: await repliesOf(values.replies as string) }),
  }
  const report: Report = { seeds: 0, faults: 0, events: 0, failures: [] }
  const { from, to } = rangeOf(values.seed, values.seeds)
  for (let seed = from; seed <= to; seed++) {
    const simulated = await withoutUnhandled(seed, given)
    add(report, simulated, `cubular simulate ${name}${inputOf(values)} --seed ${seed}`)
    if (values.seed !== undefined) streams.err(`${simulated.lines.join("\n")}\n`)
  }
  if (values.json) await printJson(streams, report)
  else await streams.out(describe(report, lang))
  const violations = report.failures.flatMap((failure) => failure.violations)
  if (violations.length === 0) return 0
  return violations.every((violation) => DISAGREE.test(violation)) ? 3 : 1
}

async function repliesOf(file: string): Promise<NonNullable<Simulating["replies"]>> {
  return parseInputs(new TextEncoder().encode(await readText(file))) as unknown as NonNullable<Simulating["replies"]>
}

/** `--seed` alone, or from 1 to `--seeds` (default 100). */
function rangeOf(seed: unknown, seeds: unknown): { readonly from: number; readonly to: number } {
  if (seed === undefined) return { from: 1, to: whole("seeds", seeds ?? "100", 1_000_000) }
  const only = whole("seed", seed, Number.MAX_SAFE_INTEGER)
  return { from: only, to: only }
}

function whole(option: string, given: unknown, most: number): number {
  const number = typeof given === "string" && /^\d{1,16}$/.test(given) ? Number(given) : 0
  if (number >= 1 && number <= most) return number
  throw new CubeError({ ...option_value_refused, params: { option: `--${option}`, takes: `1…${most}` } })
}

function inputOf({ input, replies }: { readonly [option: string]: string | boolean | undefined }): string {
  const quoted = (text: unknown): string => `'${String(text).replaceAll("'", `'\\''`)}'`
  const said = input === undefined ? "" : ` --input ${quoted(input)}`
  return replies === undefined ? said : `${said} --replies ${quoted(replies)}`
}

async function withoutUnhandled(seed: number, given: Simulating): Promise<Simulated> {
  const unhandled: unknown[] = []
  const hear = (reason: unknown): unknown => unhandled.push(reason)
  process.on("unhandledRejection", hear)
  try {
    const simulated = await simulateComposition(seed, given, { createHost, createStores, policies, saga })
    // Rejections nobody handled are told once the turn is over.
    await new Promise((resolve) => void setImmediate(resolve))
    const told = unhandled.map(
      (reason) => `no unhandled rejection: ${isCubeError(reason) ? reason.code : String(reason)}`,
    )
    return { ...simulated, violations: [...simulated.violations, ...told] }
  } finally {
    process.off("unhandledRejection", hear)
  }
}

function add(report: Report, { seed, faults, events, violations }: Simulated, replay: string): void {
  report.seeds++
  report.events += events
  report.faults += Object.values(faults).reduce((sum, count) => sum + count, 0)
  if (violations.length > 0) report.failures.push({ seed, violations, replay })
}

function describe({ seeds, faults, events, failures }: Report, lang: Invocation["lang"]): string {
  const say = words[lang]
  const sums = `${seeds} ${say.seeds}, ${faults} ${say.faults}, ${events} ${say.events}`
  if (failures.length === 0) return `${sums}: ${say.good}\n`
  const told = failures.slice(0, 20).map(({ seed, violations, replay }) => {
    const lines = violations.slice(0, 5).map((violation) => `    ${violation}`)
    return `  ${say.seeds} ${seed}\n${lines.join("\n")}\n    ${say.again}: ${replay}\n`
  })
  return `${sums}\n${say.bad}: ${failures.length}\n${told.join("")}`
}
