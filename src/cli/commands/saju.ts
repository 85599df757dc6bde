import { CubeError } from "cubular"
import { option_value_refused } from "cubular/messages/en"
import { type Birth, type Boundary, type Clock, chart, type SajuOptions } from "cubular/saju"
import "cubular/saju/zones"
import { oneOf, type Parsed, readArgs } from "../args.ts"
import { describeChart } from "../chart.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { printJson } from "../print.ts"

const options = {
  sex: { type: "string" },
  zone: { type: "string" },
  longitude: { type: "string" },
  clock: { type: "string" },
  boundary: { type: "string" },
  fold: { type: "string" },
  lunar: { type: "boolean" },
  leap: { type: "boolean" },
  json: { type: "boolean" },
} as const

/** `cubular saju`: a chart for people, or as JSON. */
export async function saju({ args, streams, lang }: Invocation): Promise<ExitCode> {
  const { positionals, values } = readArgs(bareNumbers(args), options, { least: 1, most: 2, usage: usages.saju })
  const [date = "", time = "unknown"] = positionals
  const found = chart(readBirth(date, time, values), readOptions(values))
  await (values.json ? printJson(streams, found) : streams.out(describeChart(found, lang)))
  return 0
}

/** `--longitude -73.98` as one word: a value that begins with a minus would pass for an option. */
function bareNumbers(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    if (args[i - 1] === "--longitude" && /^-\d/.test(arg)) return []
    const next = args[i + 1] ?? ""
    return arg === "--longitude" && /^-\d/.test(next) ? [`--longitude=${next}`] : [arg]
  })
}

function readBirth(date: string, time: string, values: Parsed["values"]): Birth {
  const sex = oneOf("sex", values.sex, ["male", "female"])
  const fold = oneOf("fold", values.fold, ["0", "1"])
  return {
    date,
    time: time === "unknown" ? null : time,
    ...(sex === undefined ? {} : { sex }),
    ...(typeof values.zone === "string" ? { timeZone: values.zone } : {}),
    ...(values.longitude === undefined ? {} : { longitudeDeg: readLongitude(values.longitude) }),
    ...(fold === undefined ? {} : { fold: fold === "1" ? 1 : 0 }),
    ...(values.lunar ? { calendar: "lunar" as const } : {}),
    ...(values.leap ? { leapMonth: true } : {}),
  }
}

function readLongitude(value: string | boolean): number {
  if (typeof value === "string" && /^[+-]?\d{1,3}(\.\d+)?$/.test(value)) return Number(value)
  throw new CubeError({ ...option_value_refused, params: { option: "--longitude", takes: "-180…180" } })
}

function readOptions(values: Parsed["values"]): SajuOptions {
  const clock = oneOf<Clock>("clock", values.clock, ["wall", "standard", "mean", "apparent"])
  const boundary = oneOf<Boundary>("boundary", values.boundary, ["split", "jasi", "midnight"])
  return { ...(clock === undefined ? {} : { clock }), ...(boundary === undefined ? {} : { boundary }) }
}
