import { isCubeError, type Json, replay } from "cubular"
import { catalog } from "cubular/cubes"
import { createHost as createMemoryHost } from "cubular/host/memory"
import { createHost as createNodeHost } from "cubular/host/node"
import { streams } from "cubular/streams"
import { oneOf, readArgs } from "../args.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { complain, inLanguage, printJson } from "../print.ts"
import { readRecord } from "../source.ts"

const words = {
  ko: { same: "같음", different: "다름", planChanged: "계획이 바뀜", at: "처음 다른 곳" },
  en: { same: "same", different: "different", planChanged: "the plan changed", at: "first difference" },
} as const

/** `cubular test`: replays records; 3 when one differs, 2 when one cannot be read. */
export async function test({ args, streams, lang }: Invocation): Promise<ExitCode> {
  const options = { host: { type: "string" }, json: { type: "boolean" } } as const
  const wanted = { least: 1, most: Number.POSITIVE_INFINITY, usage: usages.test }
  const { positionals, values } = readArgs(args, options, wanted)
  const name = oneOf("host", values.host, ["memory", "node"]) ?? "memory"
  const results: Json[] = []
  let code: ExitCode = 0
  for (const file of positionals) {
    const outcome = await replayFile(file, name)
    if (outcome.failure) complain(streams, outcome.failure, lang)
    if (outcome.failure) code = 2
    else if (!outcome.result?.same && code === 0) code = 3
    if (values.json) {
      const error = outcome.failure && inLanguage(outcome.failure, lang)
      results.push({ file, ...(error ? { error } : outcome.result) } as unknown as Json)
    } else if (outcome.result) await streams.out(describe(file, outcome.result, lang))
  }
  if (values.json) await printJson(streams, results)
  return code
}

type Replayed = Awaited<ReturnType<typeof replay>>
type Outcome = { readonly result?: Replayed; readonly failure?: ReturnType<import("cubular").CubeError["toJSON"]> }

async function replayFile(file: string, host: "memory" | "node"): Promise<Outcome> {
  try {
    const record = await readRecord(file)
    const on = host === "node" ? createNodeHost() : createMemoryHost({ autoAdvance: true })
    return { result: await replay(record as never, catalog, on, { streams }) }
  } catch (error) {
    if (isCubeError(error)) return { failure: error.toJSON() }
    throw error
  }
}

function describe(file: string, { same, planChanged, difference }: Replayed, lang: Invocation["lang"]): string {
  const say = words[lang]
  const changed = planChanged ? ` (${say.planChanged})` : ""
  const where = difference ? `\n  ${say.at}: ${difference.step}.${difference.port}#${difference.pointer}` : ""
  return `${same ? say.same : say.different}${changed} ${file}${where}\n`
}
