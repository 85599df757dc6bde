import { writeFile } from "node:fs/promises"
import { CubeError } from "cubular"
import {
  argument_extra,
  file_unwritable,
  option_needs,
  option_value_refused,
  options_conflict,
} from "cubular/messages/en"
import {
  analyze,
  type Birth,
  type Boundary,
  type Clock,
  chart,
  type SajuChart,
  type SajuOptions,
  type YearLuck,
  yearLuck,
} from "cubular/saju"
import { type Detail, type Palette, renderSvg, renderText, type Theme } from "cubular/saju/render"
import "cubular/saju/years"
import "cubular/saju/zones"
import { type Lang, oneOf, type Parsed, readArgs } from "../args.ts"
import { usages } from "../help.ts"
import type { ExitCode, Invocation } from "../invocation.ts"
import { printJson, type Streams } from "../print.ts"
import { textWidth, wantsColor } from "../screen.ts"

const options = {
  sex: { type: "string" },
  zone: { type: "string" },
  longitude: { type: "string" },
  clock: { type: "string" },
  boundary: { type: "string" },
  fold: { type: "string" },
  lunar: { type: "boolean" },
  leap: { type: "boolean" },
  name: { type: "string" },
  now: { type: "string" },
  json: { type: "boolean" },
  jsonl: { type: "boolean" },
  svg: { type: "string" },
  palette: { type: "string" },
  theme: { type: "string" },
  detail: { type: "string" },
} as const

/** Years `cubular/saju/years` answers for. */
const [FIRST_YEAR, LAST_YEAR] = [1600, 2200]

type Values = Parsed["values"]

/** `cubular saju`: a chart for people, as JSON or as a picture; or many, one a line. */
export async function saju(invocation: Invocation): Promise<ExitCode> {
  const { args, streams, lang } = invocation
  const given = withBareValues(args)
  const lines = given.includes("--jsonl")
  const { positionals, values } = readArgs(given, options, { least: lines ? 0 : 1, most: 2, usage: usages.saju })
  requireAgreement(values, positionals)
  if (values.jsonl) return (await import("./saju-lines.ts")).sajuLines(invocation, readOptions(values))
  const [date = "", time = "unknown"] = positionals
  const birth = readBirth(date, time, values)
  if (values.json) await printJson(streams, chart(birth, readOptions(values)))
  else if (values.svg !== undefined) await drawSvg(chart(birth, readOptions(values)), birth, values, lang, streams)
  else {
    // Only people ask for the decade they live in; JSON and pictures depend on nothing but what was asked for.
    const now = new Date().toISOString()
    await streams.out(describe(chart(birth, { now, ...readOptions(values) }), birth, values, lang))
  }
  return 0
}

/**
 * Values that would pass for something else, joined to their option: `--longitude -73.98` begins with a minus, and `--svg`
 * may stand alone (= stdout), also in front of a date.
 */
function withBareValues(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    const next = args[i + 1] ?? ""
    if (args[i - 1] === "--longitude" && /^-\d/.test(arg)) return []
    if (arg === "--longitude" && /^-\d/.test(next)) return [`--longitude=${next}`]
    const names = next !== "" && !next.startsWith("--") && !/^(\d{4}-\d\d-\d\d|\d\d:\d\d.*|unknown)$/.test(next)
    return [arg === "--svg" && !names ? "--svg=-" : arg]
  })
}

/** Options of which one leaves the other without a meaning. */
function requireAgreement(values: Values, positionals: readonly string[]): void {
  const outputs = ["json", "jsonl", "svg"].filter((name) => values[name] !== undefined)
  const [first, second] = outputs
  if (second !== undefined)
    throw new CubeError({ ...options_conflict, params: { option: `--${first}`, other: `--${second}` } })
  if (values.jsonl && positionals.length > 0)
    throw new CubeError({ ...argument_extra, params: { argument: positionals[0] ?? "", usage: usages.saju } })
  const aboutBirth = ["sex", "zone", "longitude", "fold", "lunar", "leap", "name"]
  const stray = aboutBirth.find((name) => values.jsonl && values[name] !== undefined)
  if (stray !== undefined)
    throw new CubeError({ ...options_conflict, params: { option: "--jsonl", other: `--${stray}` } })
  const unseen = ["palette", "theme"].find((name) => values[name] !== undefined && values.svg === undefined)
  if (unseen !== undefined) throw new CubeError({ ...option_needs, params: { option: `--${unseen}`, other: "--svg" } })
}

function describe(found: SajuChart, birth: Birth, values: Values, lang: Lang): string {
  const shown = { ...readShown(found, birth, values, lang), width: textWidth(process.stdout) }
  return renderText(found, { ...shown, color: wantsColor(process.stdout, process.env) })
}

async function drawSvg(found: SajuChart, birth: Birth, values: Values, lang: Lang, streams: Streams): Promise<void> {
  const svg = renderSvg(found, {
    ...readShown(found, birth, values, lang),
    palette: oneOf<Palette>("palette", values.palette, ["classic", "obang", "soft"]),
    theme: oneOf<Theme>("theme", values.theme, ["light", "dark"]),
  })
  const file = values.svg as string
  if (file === "-") return streams.out(`${svg}\n`)
  try {
    await writeFile(file, `${svg}\n`)
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "unknown"
    throw new CubeError({ ...file_unwritable, params: { file, reason }, cause })
  }
}

function readShown(found: SajuChart, birth: Birth, values: Values, lang: Lang) {
  const detail = oneOf<Detail>("detail", values.detail, ["pillars", "standard", "full"])
  const name = typeof values.name === "string" ? values.name : undefined
  return { lang, detail, name, birth, analysis: analyze(found), years: yearsNow(found) }
}

/**
 * Ten years of the decade that runs now, from the one in which it begins. It reaches into an eleventh; when that is the present
 * one, the first is left out.
 */
function yearsNow(found: SajuChart): readonly YearLuck[] {
  const decade = found.luck?.decades[found.luck.current ?? -1]
  const { now } = found.details.options
  if (decade === undefined || now === null) return []
  const { startsAt } = decade
  const begins = Number(startsAt.slice(0, 4))
  if (begins > LAST_YEAR) return []
  const years = yearLuck(found, { from: Math.max(begins - 1, FIRST_YEAR), to: Math.min(begins + 10, LAST_YEAR) })
  const first = years.findIndex(({ from, to }) => from <= startsAt && startsAt < to)
  const present = years.findIndex(({ year }) => year === Number(now.slice(0, 4)))
  const start = Math.max(0, first, present - 9)
  return years.slice(start, start + 10)
}

function readBirth(date: string, time: string, values: Values): Birth {
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

function readOptions(values: Values): SajuOptions {
  const clock = oneOf<Clock>("clock", values.clock, ["wall", "standard", "mean", "apparent"])
  const boundary = oneOf<Boundary>("boundary", values.boundary, ["split", "jasi", "midnight"])
  return {
    ...(clock === undefined ? {} : { clock }),
    ...(boundary === undefined ? {} : { boundary }),
    ...(typeof values.now === "string" ? { now: values.now } : {}),
  }
}
