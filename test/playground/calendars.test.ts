import { expect, it } from "vitest"
import { sayLunar, saySolar } from "../../playground/i18n/calendars.ts"
import { wordsOf } from "../../playground/i18n/index.ts"
import { dayOf, leapMonthTyped } from "../../playground/state/calendars.ts"

it.each([
  ["2020", 4],
  ["2020-04-07", 4],
  ["20230101", 2],
  ["1984", 10],
  ["2021", undefined],
  ["20", undefined],
  ["", undefined],
])("of the year that begins %s the leap month is %s", (typed, month) => {
  expect(leapMonthTyped(typed)).toBe(month)
})

// 2020 had a fourth month and a leap fourth month; KASI gives 2020-05-23 as the first day of the leap one.
it.each([
  ["solar", "2020-05-23", "2020-05-23", { year: 2020, month: 4, day: 1, leap: true }],
  ["leap", "2020-04-01", "2020-05-23", { year: 2020, month: 4, day: 1, leap: true }],
  ["lunar", "2020-04-01", "2020-04-23", { year: 2020, month: 4, day: 1, leap: false }],
] as const)("the %s day %s is known in both calendars", (calendar, date, solar, lunar) => {
  expect(dayOf({ calendar, date })).toMatchObject({ solar, lunar })
})

it.each([
  ["leap", "2021-04-01"],
  ["lunar", "2020-13-01"],
  ["solar", "2020-02-30"],
  ["solar", "yesterday"],
  ["solar", ""],
] as const)("there is no %s day %s", (calendar, date) => {
  expect(dayOf({ calendar, date })).toBeUndefined()
})

it("says both days in both languages", () => {
  const day = dayOf({ calendar: "leap", date: "2020-04-01" })
  if (day === undefined) throw new Error("no such day")
  expect([saySolar(wordsOf("ko"), day), sayLunar(wordsOf("ko"), day)]).toEqual([
    "양력 2020-05-23",
    "음력 2020-04-01 (윤달)",
  ])
  expect([saySolar(wordsOf("en"), day), sayLunar(wordsOf("en"), day)]).toEqual([
    "Solar 2020-05-23",
    "Lunar 2020-04-01 (leap month)",
  ])
})
