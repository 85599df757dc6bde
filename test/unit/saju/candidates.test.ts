import { type Birth, chart, type FourIndexes, pillars, type SajuOptions } from "cubular/saju"
import "cubular/saju/zones"
import { describe, expect, test } from "vitest"
import { resolveZone } from "../../../cubes/saju/engine/zone.ts"

const DAY_MS = 86_400_000
const folds = [0, 1] as const

const two = (value: number): string => String(value).padStart(2, "0")
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
const keyOf = ({ year, month, day, hour }: FourIndexes): string => [year, month, day, hour].join()

function everyMinute(birth: Omit<Birth, "time">, options: SajuOptions): Set<string> {
  const found = new Set<string>()
  for (let minute = 0; minute < 1440; minute++) {
    const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
    for (const fold of folds) found.add(keyOf(pillars({ ...birth, time, fold }, options)))
  }
  return found
}

function candidates(birth: Omit<Birth, "time">, options: SajuOptions): Set<string> {
  const found = chart({ ...birth, time: null }, options).candidates ?? []
  return new Set(
    found.map(({ pillars: { year, month, day, hour } }) =>
      keyOf({ year: year.index, month: month.index, day: day.index, hour: hour.index }),
    ),
  )
}

/** Days on which the clock of a zone is changed, 1900–2100. */
function daysOfChange(name: string): number[] {
  const { starts, offsets } = resolveZone(name)
  const days = starts.map((start, at) => Math.floor((start + (offsets[at] as number)) / 86_400))
  return days.filter((day) => day > -25_567 && day < 47_846)
}

const optionsAt = (at: number): SajuOptions => ({
  clock: (["mean", "apparent", "standard", "wall"] as const)[at % 4],
  boundary: (["split", "jasi", "midnight"] as const)[at % 3],
})

describe("candidates of a day whose hour is unknown are the charts of all its minutes", () => {
  test.each([
    ["Asia/Seoul", null, 1],
    ["America/New_York", -74.006, 5],
  ])("on days the clock is changed in %s, and the day before", (timeZone, longitudeDeg, step) => {
    const days = daysOfChange(timeZone).filter((_, at) => at % step === 0)
    expect(days.length).toBeGreaterThan(25)
    days.forEach((change, at) => {
      for (const day of [change, change - 1]) {
        const birth = { date: dateOf(day), timeZone, longitudeDeg }
        for (const options of [{}, optionsAt(at)])
          expect(candidates(birth, options), birth.date).toEqual(everyMinute(birth, options))
      }
    })
  })

  test("on other days", () => {
    for (let at = 0; at < 120; at++) {
      const birth = { date: dateOf(-25_500 + at * 611), timeZone: at % 2 ? "Asia/Seoul" : "Asia/Pyongyang" }
      expect(candidates(birth, optionsAt(at)), birth.date).toEqual(everyMinute(birth, optionsAt(at)))
    }
  })
})

test("the charts that only a second reading gives say so and come last", () => {
  const found = chart({ date: "1948-09-12", time: null }).candidates ?? []
  expect(found.map(({ fold }) => fold)).toEqual([...Array(found.length - 1).fill(undefined), 1])
  const { from, to, pillars: four } = found.at(-1) as (typeof found)[number]
  expect([four.day.ganji, four.hour.ganji]).toEqual(["庚子", "戊子"])
  for (const time of [from, to]) {
    expect(chart({ date: "1948-09-12", time, fold: 1 }).pillars).toEqual(four)
    expect(chart({ date: "1948-09-12", time }).pillars).not.toEqual(four)
  }
})

test("a second reading asked for changes no candidate", () => {
  const day = { date: "1948-09-12", time: null }
  expect(chart({ ...day, fold: 1 }).candidates).toEqual(chart(day).candidates)
})
