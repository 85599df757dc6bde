/**
 * Compiles tzdata's text form (tzdata.zi) as zic(8) does, but keeps what compiled TZif files lose: how much of each offset is
 * daylight saving. Build-time only.
 */

const DAY = 86_400
/** Rules that end (Ramadan in Palestine: 2086) must end well before; what "max" rules do later is the tail's business. */
export const LAST_YEAR = 2120
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

/** What a time of day in tzdata is measured against: wall clock, standard time, UTC. */
type Against = "w" | "s" | "u"

interface Moment {
  readonly month: number
  /** Day of the month, or a weekday at or after / at or before a day; before 0 means the last one of the month. */
  readonly day: { readonly weekday: number; readonly from: number; readonly back: boolean } | number
  readonly second: number
  readonly against: Against
}

interface Rule {
  readonly from: number
  readonly to: number
  readonly at: Moment
  readonly save: number
  readonly dst: boolean
}

interface Era {
  readonly standard: number
  readonly rules: readonly Rule[]
  readonly save: number
  readonly until: { readonly year: number; readonly at: Moment } | undefined
}

/** From `at` (UTC epoch seconds) the clock is UTC + standard + save. */
export interface Span {
  readonly at: number
  readonly standard: number
  readonly save: number
  /** tzdata's daylight saving flag. */
  readonly dst: boolean
}

/** A yearly change that goes on for ever: the first `weekday` on or after `day` of `month`, `second` after its UTC midnight. */
export interface TailRule {
  readonly month: number
  readonly weekday: number
  readonly day: number
  readonly second: number
  readonly save: number
}

export interface CompiledZone {
  readonly name: string
  /** Through LAST_YEAR, the first from -Infinity; neighbours differ in offset or saving. */
  readonly spans: readonly Span[]
  /** In the order of the year; empty when the last span lasts. */
  readonly tail: readonly TailRule[]
}

export interface Tzdata {
  readonly version: string
  readonly zones: ReadonlyMap<string, CompiledZone>
  /** Other names: link → target. */
  readonly links: ReadonlyMap<string, string>
}

/** Parses and compiles a whole tzdata.zi. Throws on anything it does not understand. */
export function compileTzdata(text: string): Tzdata {
  const rules = new Map<string, Rule[]>()
  const eras = new Map<string, string[][]>()
  const links = new Map<string, string>()
  let open: string[][] | undefined
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue
    const fields = line.split(/\s+/)
    if (open) open.push(fields)
    else if (fields[0] === "R") listOf(rules, field(fields, 1)).push(parseRule(fields))
    else if (fields[0] === "L") links.set(field(fields, 2), field(fields, 1))
    else if (fields[0] === "Z") {
      open = [fields.slice(2)]
      eras.set(field(fields, 1), open)
    } else throw new Error(`not understood: ${line}`)
    // An era without an UNTIL closes its zone.
    if (open && (open.at(-1) as string[]).length < 4) open = undefined
  }
  const zones = new Map(
    [...eras].map(([name, lines]) => [
      name,
      compileZone(
        name,
        lines.map((line) => parseEra(line, rules)),
      ),
    ]),
  )
  return { version: /^# version (\S+)/.exec(text)?.[1] ?? "unknown", zones, links }
}

function listOf<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? []
  map.set(key, list)
  return list
}

function field(fields: readonly string[], index: number): string {
  const value = fields[index]
  if (value === undefined) throw new Error(`field ${index} is missing: ${fields.join(" ")}`)
  return value
}

function parseRule(fields: readonly string[]): Rule {
  const from = Number(field(fields, 2))
  const to = field(fields, 3)
  const [save, dst] = parseSave(field(fields, 8))
  const at = parseMoment(field(fields, 5), field(fields, 6), field(fields, 7))
  const last = to.startsWith("o") ? from : to.startsWith("ma") ? Infinity : Number(to)
  if (Math.max(from, last === Infinity ? 0 : last) > LAST_YEAR - 10) throw new Error("raise LAST_YEAR")
  return { from, to: last, at, save, dst }
}

function parseSave(text: string): [number, boolean] {
  const marked = /[sd]$/.exec(text)?.[0]
  const save = parseClock(text.replace(/[sd]$/, ""))
  return [save, marked ? marked === "d" : save !== 0]
}

function parseEra(fields: readonly string[], rules: ReadonlyMap<string, Rule[]>): Era {
  const standard = parseClock(field(fields, 0))
  const use = field(fields, 1)
  const year = fields[3]
  const until =
    year === undefined ? undefined : { year: Number(year), at: parseMoment(fields[4], fields[5], fields[6]) }
  if (use === "-") return { standard, rules: [], save: 0, until }
  if (/^-?\d/.test(use)) return { standard, rules: [], save: parseClock(use), until }
  const named = rules.get(use)
  if (!named) throw new Error(`no rules named ${use}`)
  return { standard, rules: named, save: 0, until }
}

/** "-1:30:15", "2", "0", "-" in seconds. */
function parseClock(text: string): number {
  const parts = /^(-?)(\d+)(?::(\d+))?(?::(\d+))?$/.exec(text === "-" ? "0" : text)
  if (!parts) throw new Error(`not a clock time: ${text}`)
  const size = Number(parts[2]) * 3600 + Number(parts[3] ?? 0) * 60 + Number(parts[4] ?? 0)
  return parts[1] ? -size : size
}

function parseMoment(month = "Ja", day = "1", time = "0"): Moment {
  const against = /[wsugz]$/.exec(time)?.[0] ?? "w"
  return {
    month: indexOf(MONTHS, month) + 1,
    day: parseDay(day),
    second: parseClock(time.replace(/[wsugz]$/, "")),
    against: against === "g" || against === "z" ? "u" : (against as Against),
  }
}

function parseDay(text: string): Moment["day"] {
  const last = /^last(.+)$/.exec(text)
  if (last) return { weekday: indexOf(WEEKDAYS, last[1] as string), from: -1, back: true }
  const near = /^(\D+)([<>])=(\d+)$/.exec(text)
  if (near) return { weekday: indexOf(WEEKDAYS, near[1] as string), from: Number(near[3]), back: near[2] === "<" }
  return Number(text)
}

function indexOf(names: readonly string[], start: string): number {
  const found = names.filter((name) => name.toLowerCase().startsWith(start.toLowerCase()))
  if (found.length !== 1) throw new Error(`not one of ${names.join(", ")}: ${start}`)
  return names.indexOf(found[0] as string)
}

/** Seconds since the epoch of a moment in a year, on whatever clock it is measured against. */
function secondsOf(year: number, { month, day, second }: Moment): number {
  if (typeof day === "number") return Date.UTC(year, month - 1, day) / 1000 + second
  const anchor = day.from < 0 ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day.from)
  const weekday = new Date(anchor).getUTCDay()
  const shift = day.back ? -((weekday - day.weekday + 7) % 7) : (day.weekday - weekday + 7) % 7
  return anchor / 1000 + shift * DAY + second
}

function toUtc(seconds: number, against: Against, standard: number, save: number): number {
  return seconds - (against === "u" ? 0 : standard) - (against === "w" ? save : 0)
}

function compileZone(name: string, eras: readonly Era[]): CompiledZone {
  const spans: Span[] = []
  let start = -Infinity
  for (const era of eras) {
    const end = era.rules.length === 0 ? fixedEra(era, start, spans) : ruledEra(era, start, spans)
    start = end
  }
  const history = mergeInstantChanges(spans.sort((a, b) => a.at - b.at))
  return {
    name,
    spans: history.filter((span, i) => i === 0 || differs(span, history[i - 1] as Span)),
    tail: tailOf(eras.at(-1) as Era),
  }
}

const differs = (a: Span, b: Span): boolean => a.standard !== b.standard || a.save !== b.save

/** As zic: a change that the wall clock reaches no later than the one before it (two at one midnight) replaces that one. */
function mergeInstantChanges(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  const wallAt = (span: Span, before: Span): number => span.at + before.standard + before.save
  for (const span of spans) {
    const last = kept.at(-1)
    if (last && kept.length > 1 && wallAt(span, last) <= wallAt(last, kept.at(-2) as Span)) {
      kept[kept.length - 1] = { ...span, at: last.at }
    } else kept.push(span)
  }
  return kept
}

function untilUtc(era: Era, save: number): number {
  if (!era.until) return Infinity
  return toUtc(secondsOf(era.until.year, era.until.at), era.until.at.against, era.standard, save)
}

function fixedEra(era: Era, start: number, spans: Span[]): number {
  spans.push({ at: start, standard: era.standard, save: era.save, dst: era.save !== 0 })
  return untilUtc(era, era.save)
}

/** Follows zic's outzone(): rules are walked from the beginning of time, so that the saving in force at the start is known. */
function ruledEra(era: Era, start: number, spans: Span[]): number {
  const { standard, rules } = era
  const firstYear = Math.min(...rules.map((rule) => rule.from))
  const lastYear = era.until ? era.until.year : LAST_YEAR
  let save = 0
  let atStart = { save: 0, dst: false }
  let needsStart = true
  for (let year = firstYear; year <= lastYear; year++) {
    const due = rules.filter((rule) => rule.from <= year && year <= rule.to)
    while (due.length > 0) {
      const timed = due.map((rule) => ({ rule, at: toUtc(secondsOf(year, rule.at), rule.at.against, standard, save) }))
      const next = timed.reduce((a, b) => (b.at < a.at ? b : a))
      due.splice(due.indexOf(next.rule), 1)
      if (next.at >= untilUtc(era, save)) break
      save = next.rule.save
      if (next.at === start) needsStart = false
      if (next.at < start) atStart = { save, dst: next.rule.dst }
      else spans.push({ at: next.at, standard, save, dst: next.rule.dst })
    }
  }
  if (needsStart) spans.push({ at: start, standard, ...atStart })
  return untilUtc(era, save)
}

function tailOf(era: Era): TailRule[] {
  const lasting = era.rules.filter((rule) => rule.to === Infinity).sort((a, b) => a.at.month - b.at.month)
  if (lasting.length === 0) return []
  if (lasting.length !== 2) throw new Error("a tail has two rules")
  return lasting.map((rule, i) => {
    const saveBefore = (lasting[1 - i] as Rule).save
    const { month, day, second, against } = rule.at
    const atUtc = toUtc(second, against, era.standard, saveBefore)
    if (typeof day === "number") throw new Error("a tail rule falls on a weekday")
    if (day.from < 0 && month === 2) throw new Error("the last week of February has no fixed first day")
    const from = day.from < 0 ? new Date(Date.UTC(2001, month, 0)).getUTCDate() - 6 : day.from - (day.back ? 6 : 0)
    return { month, weekday: day.weekday, day: from, second: atUtc, save: rule.save }
  })
}
