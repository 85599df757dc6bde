/**
 * Every other IANA time zone, for whoever imports this once: `import "cubular/saju/zones"`. Histories are as in tzdata, with
 * the rules now in force continued through 2400. The tables are read when the first of these zones is asked for.
 */
import { civilFromDays, DAY_SEC, daysFromCivil } from "./civil.ts"
import { changeKinds, linkNames, tails, tzdataVersion, zoneHistories, zoneNames } from "./tables/zones.ts"
import { builtInZone, createZone, registerZones, type Zone } from "./zone.ts"

export { tzdataVersion }

const LAST_YEAR = 2400
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

interface Tables {
  /** Canonical names by number. */
  readonly names: readonly string[]
  /** Numbers by any name. */
  readonly numbers: ReadonlyMap<string, number>
  readonly histories: readonly History[]
}

let tables: Tables | undefined
const made = new Map<number, Zone>()

registerZones(zoneNamed)

/** All names that can be resolved now, links included, in no particular order. */
export function listZones(): string[] {
  tables ??= readTables()
  return [...tables.numbers.keys()]
}

function zoneNamed(name: string): Zone | undefined {
  tables ??= readTables()
  const number = tables.numbers.get(name)
  if (number === undefined) return undefined
  const canonical = tables.names[number] as string
  const zone = builtInZone(canonical) ?? made.get(number) ?? createFrom(canonical, tables.histories[number] as History)
  made.set(number, zone)
  return zone
}

const fromBase36 = (text: string | undefined): number => Number.parseInt(text || "0", 36)

function readTables(): Tables {
  const names = readNames(zoneNames)
  const links = readNames(linkNames).map((entry): [string, number] => {
    const [name, number] = entry.split("=")
    return [name as string, fromBase36(number)]
  })
  return {
    names,
    numbers: new Map([...names.map((name, i): [string, number] => [name, i]), ...links]),
    histories: readHistories(),
  }
}

function readNames(text: string): string[] {
  // Not trimmed: the line of names without a region begins with a space.
  return text
    .slice(1)
    .split("\n")
    .flatMap((line) => {
      const [region, ...names] = line.split(" ")
      return names.map((name) => region + name)
    })
}

function readHistories(): History[] {
  const kinds = changeKinds.split(" ")
  const tailTexts = tails.trim().split("\n")
  const seen: Change[] = []
  const histories: History[] = []
  for (const line of zoneHistories.trim().split("\n")) {
    const [, standard, changes, tail] = /^(.*?):(.*?)(?:@(.*))?$/.exec(line) ?? []
    if (standard === undefined) histories.push(histories[fromBase36(line.slice(1))] as History)
    else {
      const from = seen.length
      readChanges(changes as string, kinds, seen)
      const tailText = tail === undefined ? undefined : tailTexts[fromBase36(tail)]
      histories.push({ standardSec: fromBase36(standard), changes: seen.slice(from), tail: tailText })
    }
  }
  return histories
}

/** Appends the changes of one zone to those of the zones before, which it may repeat. */
function readChanges(text: string, kinds: readonly string[], seen: Change[]): void {
  for (const [, number, seconds, letter, rare, count] of text.matchAll(/(\w+?)('?)(?:([A-Z])|~(.*?);|\*(\w+)\.)/g)) {
    const value = fromBase36(number)
    if (count) seen.push(...seen.slice(value, value + fromBase36(count)))
    else {
      const [standardBySec, saveSec] = (rare ?? (kinds[(letter as string).charCodeAt(0) - 65] as string))
        .split(",")
        .map(fromBase36)
      seen.push({
        waitSec: seconds ? value : value * 3600,
        standardBySec: standardBySec as number,
        saveSec: saveSec as number,
      })
    }
  }
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
