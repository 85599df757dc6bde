import { execFileSync } from "node:child_process"
import { type Birth, chart, lunarToSolar, pillars, type SajuOptions, solarTerms, solarToLunar } from "cubular/saju"
import { describe, expect, test } from "vitest"
import { branchPairKinds } from "../../../cubes/saju/engine/analysis/relations.ts"
import { adversarialCharts, birthOf } from "../../golden/saju/charts.ts"
import { lunarMonths } from "../../golden/saju/lunar-months.ts"

/** Each of these is wrong in at least one package that people use; the names say what goes wrong there. */

const wall: SajuOptions = { clock: "wall" }
const names = (birth: Birth, options: SajuOptions = wall): string => {
  const { year, month, day, hour } = chart(birth, options).pillars
  return [year, month, day, hour].map((pillar) => pillar?.ganji ?? "-").join(" ")
}
const offset = (date: string, time = "12:00"): number => chart({ date, time }).details.offsetSec

/** The clock of Korea (UTC+9) at an instant. */
function korean(ms: number): { date: string; time: string; timeZone: string } {
  const [date = "", time = ""] = new Date(ms + 32_400_000).toISOString().split("T")
  return { date, time: time.slice(0, 8), timeZone: "+09:00" }
}

const DAY_MS = 86_400_000
const allDays = (from: string, to: string): string[] => {
  const first = Date.parse(from)
  const days = (Date.parse(to) - first) / DAY_MS
  return Array.from({ length: days }, (_, i) => new Date(first + i * DAY_MS).toISOString().slice(0, 10))
}

describe("traps other engines fall into", () => {
  test("1: terms in Beijing's time with a Korean clock: half an hour before ipchun 2024 is still the old year", () => {
    // Ipchun 2024 is 17:27 in Seoul, 16:27 in Beijing.
    expect(names({ date: "2024-02-04", time: "17:00" })).toMatch(/^癸卯 乙丑 /)
    expect(names({ date: "2024-02-04", time: "17:30" })).toMatch(/^甲辰 丙寅 /)
  })

  test("2: a sun of low precision: a minute before and after every jeol of 1990–2029 is the right month", () => {
    for (let year = 1990; year < 2030; year++)
      for (let k = 0; k < 24; k += 2) {
        const ms = solarTerms(year)[k] as number
        const before = pillars(korean(ms - 60_000), wall).month
        expect(pillars(korean(ms + 60_000), wall).month, `${year} ${k}`).toBe((before + 1) % 60)
      }
  })

  test("3: months by the date alone: the day of a jeol holds two months", () => {
    // Gyeongchip 1990 was on 6 March at 05:19.
    expect(names({ date: "1990-03-06", time: "05:10" }).split(" ")[1]).toBe("戊寅")
    expect(names({ date: "1990-03-06", time: "05:30" }).split(" ")[1]).toBe("己卯")
  })

  test("4: midnight as 24:00 of the day before: 00:00–00:59 belongs to the day that has begun", () => {
    for (const time of ["00:00", "00:30", "00:59"])
      expect(names({ date: "2000-01-01", time }).split(" ").slice(2), time).toEqual(["戊午", "壬子"])
  })

  test("5: summer time from May 1987 to October 1988 as one: the winter between is standard time", () => {
    expect(["1987-07-01", "1987-12-01", "1988-03-01", "1988-07-01"].map((date) => offset(date))).toEqual([
      36_000, 32_400, 32_400, 36_000,
    ])
  })

  test("6: summer time before 1987: 1960 ended on 18 September, and eleven earlier summers had it", () => {
    expect([offset("1960-09-15"), offset("1960-09-19")]).toEqual([34_200, 30_600])
    const summers = [1948, 1949, 1950, 1951, 1955, 1956, 1957, 1958, 1959, 1960]
    for (const year of summers)
      expect(chart({ date: `${year}-07-01`, time: "12:00" }).details.dst, `${year}`).toBe(true)
    expect(chart({ date: "1953-07-01", time: "12:00" }).details.dst).toBe(false)
  })

  test("7: 1954-03-21 to 1961-08-09 at 8:30", () => {
    expect(["1954-03-20", "1954-03-22", "1961-08-09", "1961-08-11"].map((date) => offset(date))).toEqual([
      32_400, 30_600, 30_600, 32_400,
    ])
  })

  test("8: before 1908-04-01 Seoul kept its own mean time, 8:27:52", () => {
    expect([offset("1907-06-01"), offset("1908-04-02")]).toEqual([30_472, 30_600])
  })

  test("9: China's lunar calendar as Korea's: 3.6 % of the days of 1900–2100 have another date", () => {
    const days = allDays("1900-01-01", "2101-01-01")
    const text = (date: string, calendar: "korea" | "china"): string => {
      const { year, month, day, leap } = solarToLunar(date, { calendar })
      return `${year}-${month}${leap ? "L" : ""}-${day}`
    }
    const other = days.filter((day) => text(day, "korea") !== text(day, "china")).length
    expect((100 * other) / days.length).toBeCloseTo(3.63, 2)
    expect([solarToLunar("2017-07-01").month, solarToLunar("2017-07-01", { calendar: "china" }).month]).toEqual([5, 6])
  })

  test("10: leap months of 1395, 1447 and 1735 are there", () => {
    const leaps = lunarMonths
      .trim()
      .split("\n")
      .map((line) => line.split(" "))
    for (const year of [1395, 1447, 1735]) {
      const month = Number(leaps.find(([date]) => date?.startsWith(`${year}-`))?.[1])
      expect(month, `${year}`).toBeGreaterThan(0)
      expect(solarToLunar(lunarToSolar({ year, month, day: 1, leap: true }))).toMatchObject({ year, month, leap: true })
    }
  })

  test("11: the first of a lunar month is the first: all 8,162 of them", () => {
    let months = 0
    for (const line of lunarMonths.trim().split("\n")) {
      const [date = "", , lengths = ""] = line.split(" ")
      let ms = Date.parse(date)
      for (const long of lengths) {
        const { day, monthDays } = solarToLunar(new Date(ms).toISOString().slice(0, 10))
        expect([day, monthDays]).toEqual([1, 29 + Number(long)])
        ms += (29 + Number(long)) * DAY_MS
        months++
      }
    }
    expect(months).toBe(8162)
  })

  test("12: misprints of KASI's interface taken over: daehan and ipdong 2011, haji 2015, daehan 2019", () => {
    const minute = (year: number, k: number): string =>
      new Date((solarTerms(year)[k] as number) + 32_400_000).toISOString().slice(0, 16)
    expect(minute(2011, 1)).toBe("2011-01-20T19:18")
    expect(minute(2011, 20)).toBe("2011-11-08T03:34")
    expect(minute(2015, 11)).toBe("2015-06-22T01:37")
    expect(minute(2019, 1)).toBe("2019-01-20T17:59")
  })

  test("13: 귀문관 is 子酉 丑午 寅未 卯申 辰亥 巳戌, and 원진 is not 충", () => {
    const pairs = (kind: "ghostGate" | "resentment" | "clash"): string[] => {
      const found: string[] = []
      for (let a = 0; a < 12; a++)
        for (let b = a; b < 12; b++) if (branchPairKinds(a, b).includes(kind)) found.push(`${a}-${b}`)
      return found
    }
    expect(pairs("ghostGate")).toEqual(["0-9", "1-6", "2-7", "3-8", "4-11", "5-10"])
    expect(pairs("resentment")).toEqual(["0-7", "1-6", "2-9", "3-8", "4-11", "5-10"])
    expect(pairs("clash")).toEqual(["0-6", "1-7", "2-8", "3-9", "4-10", "5-11"])
  })

  test("14: the year by the date of ipchun alone: on that day the minute decides, in every golden chart", () => {
    const cases = adversarialCharts.filter(({ kind }) => kind === "solar-term-ipchun")
    expect(cases.length).toBeGreaterThan(30)
    for (const each of cases)
      expect(pillars(birthOf(each), { clock: each.clock, boundary: each.boundary }).year).toBe(each.expect.index[0])
  })

  test("15: a package that plain Node cannot load: ours answers in a process of its own", () => {
    const code = `import { pillars } from "cubular/saju"; process.stdout.write(String(pillars({ date: "2000-01-01", time: "12:00" }).day))`
    const flags = ["--conditions=cubular:source", "--input-type=module", "-e", code]
    expect(execFileSync(process.execPath, flags, { encoding: "utf8" })).toBe("54")
  })
})
