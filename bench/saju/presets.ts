/**
 * The options with which our pillars and start ages are those of other packages, held against them birth by birth: prints the
 * counts as JSON and leaves them in `results/saju-presets.json`.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { chart, type SajuOptions } from "cubular/saju"
import lunarLibrary from "lunar-javascript"
import { calculateFourPillars } from "manseryeok"
import { ChildLimit, Gender, SolarTime } from "tyme4ts"
import { machine } from "../machine.ts"
import { type Birth, birthsOf, civilTimes } from "./births.ts"
import { birthOf } from "./ours.ts"

type Sex = "male" | "female"

interface Preset {
  readonly package: string
  readonly options: SajuOptions
  /** The clock its terms are on. */
  readonly timeZone: "+08:00" | "+09:00"
  /** Years of birth that it knows the clock of. */
  readonly knows: (year: number) => boolean
  /** Pillars in hanja and the start age. */
  readonly told: (birth: Birth, sex: Sex) => string
}

interface Lunar {
  fromYmdHms(...parts: number[]): {
    getLunar(): {
      getEightChar(): { toString(): string; getYun(sex: 0 | 1, sect: 2): { getStartYear(): number } }
    }
  }
}

/** Korea's clock stood at 9:00 without summer time. */
const plainKorea = (year: number): boolean => year >= 1962 && year < 2050 && year !== 1987 && year !== 1988
/** Later on the Earth's rotation is a forecast. */
const untilNow = (year: number): boolean => year < 2020

const presets: readonly Preset[] = [
  {
    package: "manseryeok",
    options: { clock: "wall", boundary: "midnight", termPrecision: "kasiMinute", luckRule: "round" },
    timeZone: "+09:00",
    knows: plainKorea,
    told(birth, sex) {
      const made = calculateFourPillars({ ...birth, gender: sex })
      const { year, month, day, hour } = made.toHanjaObject()
      return `${[year, month, day, hour].map(({ hanja }) => hanja).join(" ")} ${made.luckPillars?.startAge}`
    },
  },
  {
    package: "lunar-javascript",
    options: { clock: "wall", lunarCalendar: "china", hiddenStems: "fixed", luckRule: "exact" },
    timeZone: "+08:00",
    knows: untilNow,
    told({ year, month, day, hour, minute }, sex) {
      const { fromYmdHms } = lunarLibrary.Solar as unknown as Lunar
      const eight = fromYmdHms(year, month, day, hour, minute, 0).getLunar().getEightChar()
      return `${eight.toString()} ${eight.getYun(sex === "male" ? 1 : 0, 2).getStartYear()}`
    },
  },
  {
    package: "tyme4ts",
    options: { clock: "wall", boundary: "jasi", lunarCalendar: "china", hiddenStems: "fixed", luckRule: "exact" },
    timeZone: "+08:00",
    knows: untilNow,
    told({ year, month, day, hour, minute }, sex) {
      const time = SolarTime.fromYmdHms(year, month, day, hour, minute, 0)
      const limit = ChildLimit.fromSolarTime(time, sex === "male" ? Gender.MAN : Gender.WOMAN)
      return `${limit.getEightChar().toString()} ${limit.getYearCount()}`
    },
  },
]

function ours(birth: Birth, sex: Sex, { options, timeZone }: Preset): string {
  const { pillars, luck } = chart({ ...birthOf(birth, timeZone), sex }, options)
  const ganji = [pillars.year, pillars.month, pillars.day, pillars.hour].map((pillar) => pillar?.ganji)
  return `${ganji.join(" ")} ${luck?.startAge}`
}

function versionOf(name: string): string {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version
}

const births = birthsOf(civilTimes(10_000))
const results = presets.map((preset) => {
  const known = births.filter(({ year }) => preset.knows(year))
  const same = known.filter((birth, at) => {
    const sex = at % 2 === 0 ? "male" : "female"
    return preset.told(birth, sex) === ours(birth, sex, preset)
  })
  const { package: name, options } = preset
  return { package: name, version: versionOf(name), options, births: known.length, same: same.length }
})
const file = new URL("../results/saju-presets.json", import.meta.url)
writeFileSync(file, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`)
console.log(JSON.stringify(results))
