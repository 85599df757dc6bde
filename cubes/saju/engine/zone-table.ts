/** Makes zones of the generated table. Histories are as in tzdata, with the rules now in force continued through 2200. */
import { civilFromDays, DAY_SEC, daysFromCivil } from "./civil.ts"
import { changeKinds, linkNames, tails, zoneHistories, zoneNames } from "./tables/zones.ts"
import { createZone, type Zone } from "./zone.ts"

const LAST_YEAR = 2200
/** Where the table counts first changes from. */
const EPOCH = -5_000_000_000

interface Change {
  readonly waitSec: number
  readonly standardBySec: number
  readonly saveSec: number
}

interface History {
  readonly standardSec: number
  readonly changes: readonly Change[]
  readonly tail: string | undefined
}

/** The table, cut into lines but not yet read: a zone costs only itself and the zones it borrows from. */
interface Table {
  /** Canonical names by number. */
  readonly names: readonly string[]
  /** Numbers by any name. */
  readonly numbers: ReadonlyMap<string, number>
  readonly lines: readonly string[]
  readonly histories: Map<number, History>
  readonly zones: Map<number, Zone>
}

let opened: Table | undefined

function table(): Table {
  opened ??= openTable()
  return opened
}

function openTable(): Table {
  const names = namesIn(zoneNames)
  const numbers = new Map(names.map((name, i) => [name, i]))
  for (const entry of namesIn(linkNames)) {
    const [name, number] = entry.split("=")
    numbers.set(name as string, fromBase36(number))
  }
  return { names, numbers, lines: zoneHistories.slice(1).split("\n"), histories: new Map(), zones: new Map() }
}

function namesIn(text: string): string[] {
  const lines = text.slice(1).split("\n")
  return lines.flatMap((line) => {
    const [region, ...names] = line.split(" ")
    return names.map((name) => region + name)
  })
}

const fromBase36 = (text: string | undefined): number => Number.parseInt(text || "0", 36)

/** All names in the table, links included, region by region. */
export function listZones(): string[] {
  return [...table().numbers.keys()]
}

/** The zone of a name, links included, as the table has it: also Seoul and Pyongyang. Undefined when there is none. */
export function tableZone(name: string): Zone | undefined {
  const { names, numbers, zones } = table()
  const number = numbers.get(name)
  if (number === undefined) return undefined
  const zone = zones.get(number) ?? createFrom(names[number] as string, historyOf(number))
  zones.set(number, zone)
  return zone
}

function historyOf(number: number): History {
  const { lines, histories } = table()
  const known = histories.get(number)
  if (known) return known
  const line = lines[number] as string
  const history = line[0] === "=" ? historyOf(fromBase36(line.slice(1))) : readHistory(line)
  histories.set(number, history)
  return history
}

function readHistory(line: string): History {
  const [history, tail] = line.split("@")
  const [standard, changes] = (history as string).split(":")
  return {
    standardSec: fromBase36(standard),
    changes: readChanges(changes as string),
    tail: tail === undefined ? undefined : tails.slice(1).split("\n")[fromBase36(tail)],
  }
}

function readChanges(text: string): Change[] {
  const kinds = changeKinds.split(" ")
  const changes: Change[] = []
  for (const [, number, seconds, letter, rare, start, count] of text.matchAll(
    /(\w+?)('?)(?:([A-Z])|~(.*?);|\/(\w+)\*(\w+)\.)/g,
  )) {
    const value = fromBase36(number)
    if (count) changes.push(...historyOf(value).changes.slice(fromBase36(start), fromBase36(start) + fromBase36(count)))
    else {
      const kind = rare ?? (kinds[(letter as string).charCodeAt(0) - 65] as string)
      const [standardBySec, saveSec] = kind.split(",").map(fromBase36) as [number, number]
      changes.push({ waitSec: seconds ? value : value * 3600, standardBySec, saveSec })
    }
  }
  return changes
}

function createFrom(name: string, { standardSec, changes, tail }: History): Zone {
  const [starts, offsets, saves] = [[-Infinity], [standardSec], [0]]
  let at = EPOCH
  let standard = standardSec
  const add = (saveSec: number): void => {
    starts.push(at)
    offsets.push(standard + saveSec)
    saves.push(saveSec)
  }
  for (const change of changes) {
    at += change.waitSec
    standard += change.standardBySec
    add(change.saveSec)
  }
  for (const [start, saveSec] of tail === undefined ? [] : tailAfter(at, tail)) {
    at = start
    add(saveSec)
  }
  return createZone(name, starts, offsets, saves)
}

/** [UTC second, daylight saving from then on] of the changes a lasting rule makes after an instant. */
function tailAfter(afterSec: number, tail: string): [number, number][] {
  const rules = tail.split(" ").map((rule) => rule.split(",").map(Number) as [number, number, number, number, number])
  const changes: [number, number][] = []
  for (let year = civilFromDays(Math.floor(afterSec / DAY_SEC)).year; year <= LAST_YEAR; year++) {
    for (const [month, weekday, day, second, saveSec] of rules) {
      const first = daysFromCivil(year, month, day)
      // 1970-01-01, day 0, was a Thursday.
      const start = (first + ((((weekday - 4 - first) % 7) + 7) % 7)) * DAY_SEC + second
      if (start > afterSec) changes.push([start, saveSec])
    }
  }
  return changes
}
