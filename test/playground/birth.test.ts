import { describe, expect, it } from "vitest"
import { emptyForm, exampleForm, readForm, toDate, toTime } from "../../playground/state/birth.ts"

describe("what is typed", () => {
  it.each([
    ["19900501", "1990-05-01"],
    ["1990-5-1", "1990-05-01"],
    [" 1990. 5. 1. ", "1990-05-01"],
    ["1990/05/01", "1990-05-01"],
    ["1990년 5월 1일", "1990-05-01"],
    ["1990-02-31", "1990-02-31"],
    ["", ""],
    ["1990", undefined],
    ["199005011", undefined],
    ["1990-05-01T", undefined],
  ])("the date %s is read as %s", (typed, date) => {
    expect(toDate(typed)).toBe(date)
  })

  it.each([
    ["1430", "14:30"],
    ["9:05", "09:05"],
    ["14:30:15", "14:30:15"],
    ["9시 5분", "09:05"],
    ["25:00", "25:00"],
    ["", ""],
    ["930", undefined],
    ["14", undefined],
    ["half past two", undefined],
  ])("the time %s is read as %s", (typed, time) => {
    expect(toTime(typed)).toBe(time)
  })
})

describe("the inputs of a run", () => {
  it("hold nothing the composition would fill in by itself", () => {
    expect(readForm(exampleForm)).toEqual({ inputs: { birth: { date: "1990-05-01", time: "14:30", sex: "female" } } })
  })

  it("say that the hour is unknown with null", () => {
    expect(readForm({ ...emptyForm, date: "19900501", time: "14:30", timeUnknown: true })).toEqual({
      inputs: { birth: { date: "1990-05-01", time: null } },
    })
  })

  it("hold what differs from the usual", () => {
    const form = {
      ...exampleForm,
      place: "busan",
      timeZone: "+09:00",
      clock: "apparent",
      boundary: "jasi",
      fold: "1",
    } as const
    expect(readForm(form)).toEqual({
      inputs: {
        birth: { date: "1990-05-01", time: "14:30", sex: "female", timeZone: "+09:00", longitudeDeg: 129.075, fold: 1 },
        options: { clock: "apparent", boundary: "jasi" },
      },
    })
  })

  it("say which calendar the date is of, and that its month is the leap one", () => {
    const form = { ...emptyForm, date: "20200407", time: "1430" }
    const birthOf = (calendar: "solar" | "lunar" | "leap") => {
      const reading = readForm({ ...form, calendar })
      return "inputs" in reading ? reading.inputs.birth : undefined
    }
    expect([birthOf("solar"), birthOf("lunar"), birthOf("leap")]).toEqual([
      { date: "2020-04-07", time: "14:30" },
      { date: "2020-04-07", time: "14:30", calendar: "lunar" },
      { date: "2020-04-07", time: "14:30", calendar: "lunar", leapMonth: true },
    ])
  })

  it("hold the present where luck is asked for, and the language where it is not Korean", () => {
    const now = "2026-11-21T03:00:00Z"
    expect(readForm(exampleForm, { language: "en", now })).toMatchObject({ inputs: { options: { now }, lang: "en" } })
    expect(readForm({ ...exampleForm, sex: "" }, { language: "ko", now })).toEqual({
      inputs: { birth: { date: "1990-05-01", time: "14:30" } },
    })
  })

  it("hold the edge of the year where it is not ipchun", () => {
    const reading = readForm({ ...exampleForm, yearBoundary: "lunarNewYear" })
    expect(reading).toMatchObject({ inputs: { options: { yearBoundary: "lunarNewYear" } } })
  })

  it("name every field that cannot be read", () => {
    const reading = readForm({ ...emptyForm, date: "yesterday", place: "other", longitude: "east" })
    expect("slips" in reading && reading.slips.map(({ field }) => field)).toEqual(["date", "time", "longitudeDeg"])
  })

  it.each([
    ["126.978", 126.978],
    ["−77.04", -77.04],
    ["180", 180],
    ["180.5", undefined],
    ["1e2", undefined],
    ["", undefined],
  ])("the longitude %s is read as %s", (longitude, degrees) => {
    const reading = readForm({ ...exampleForm, place: "other", longitude })
    const birth = "inputs" in reading ? (reading.inputs.birth as { longitudeDeg?: number }) : undefined
    expect(birth?.longitudeDeg).toBe(degrees)
  })
})
