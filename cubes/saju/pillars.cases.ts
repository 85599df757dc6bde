import { defineCases } from "cubular/contract"
import type { Clock, Element, FullOptions } from "cubular/saju"
import pillars from "./pillars.ts"

function pillar(index: number, ganji: string, hangul: string, romanized: string, elements: [Element, Element]) {
  const polarity: "yang" | "yin" = index % 2 === 0 ? "yang" : "yin"
  return { index, stem: index % 10, branch: index % 12, ganji, hangul, romanized, elements, polarity }
}

const defaults: FullOptions = {
  clock: "mean",
  boundary: "split",
  yearBoundary: "ipchun",
  termPrecision: "exact",
  hiddenStems: "monthly",
  stageEarth: "fire",
  twelveStarsBase: "both",
  luckRule: "remainder",
  lunarCalendar: "korea",
  now: null,
}

const spring = {
  year: pillar(6, "庚午", "경오", "gyeongo", ["metal", "fire"]),
  month: pillar(16, "庚辰", "경진", "gyeongjin", ["metal", "earth"]),
  day: pillar(2, "丙寅", "병인", "byeongin", ["fire", "wood"]),
  hour: pillar(31, "乙未", "을미", "eulmi", ["wood", "earth"]),
}

/** A woman of a yang year: back from 庚辰. Ages begin with 9, dates at 8 years, 8 months and 21 days. */
const springDecades = [
  pillar(15, "己卯", "기묘", "gimyo", ["earth", "wood"]),
  pillar(14, "戊寅", "무인", "muin", ["earth", "wood"]),
  pillar(13, "丁丑", "정축", "jeongchuk", ["fire", "earth"]),
  pillar(12, "丙子", "병자", "byeongja", ["fire", "water"]),
  pillar(11, "乙亥", "을해", "eulhae", ["wood", "water"]),
  pillar(10, "甲戌", "갑술", "gapsul", ["wood", "earth"]),
  pillar(9, "癸酉", "계유", "gyeyu", ["water", "metal"]),
  pillar(8, "壬申", "임신", "imsin", ["water", "metal"]),
  pillar(7, "辛未", "신미", "sinmi", ["metal", "earth"]),
  pillar(6, "庚午", "경오", "gyeongo", ["metal", "fire"]),
].map((each, at) => ({
  ...each,
  fromAge: 9 + 10 * at,
  fromYear: 1998 + 10 * at,
  fromYearElapsed: 1999 + 10 * at,
  startsAt: `${1999 + 10 * at}-01-22T05:30:00.000Z`,
}))

const beforeIpchun = {
  year: pillar(15, "己卯", "기묘", "gimyo", ["earth", "wood"]),
  month: pillar(13, "丁丑", "정축", "jeongchuk", ["fire", "earth"]),
  day: pillar(28, "壬辰", "임진", "imjin", ["water", "earth"]),
  hour: pillar(47, "辛亥", "신해", "sinhae", ["metal", "water"]),
}

const afterIpchun = {
  ...beforeIpchun,
  year: pillar(16, "庚辰", "경진", "gyeongjin", ["metal", "earth"]),
  month: pillar(14, "戊寅", "무인", "muin", ["earth", "wood"]),
}

const clock: Clock = "wall"
const apparent: Clock = "apparent"
const ipchunDetails = {
  date: "2000-02-04",
  lunar: { year: 1999, month: 12, day: 29, leap: false, monthDays: 29 },
  utc: "2000-02-04T12:40:00.000Z",
  offsetSec: 32400,
  dst: false,
  clock,
  correctionSec: 0,
  longitudeDeg: 127.5,
  otherClocks: [
    {
      clock: apparent,
      day: beforeIpchun.day,
      hour: pillar(46, "庚戌", "경술", "gyeongsul", ["metal", "earth"]),
    },
  ],
  options: { ...defaults, clock },
}

export default defineCases(pillars, [
  {
    title: { en: "an afternoon in Seoul", ko: "서울의 어느 오후" },
    inputs: { birth: { date: "1990-05-01", time: "14:30", sex: "female", longitudeDeg: 126.978 } },
    outputs: {
      chart: {
        pillars: spring,
        luck: {
          direction: "backward",
          daysToTerm: 26.17853296296296,
          startAge: 9,
          startAgeExact: { years: 8, months: 8, days: 21 },
          startsAt: "1999-01-22T05:30:00.000Z",
          decades: springDecades,
          current: null,
          age: null,
        },
        details: {
          date: "1990-05-01",
          lunar: { year: 1990, month: 4, day: 7, leap: false, monthDays: 29 },
          utc: "1990-05-01T05:30:00.000Z",
          offsetSec: 32400,
          dst: false,
          clock: "mean",
          correctionSec: -1925.28,
          longitudeDeg: 126.978,
          previousTerm: { term: 7, utc: "1990-04-20T08:26:31.809Z", seconds: 939808.191 },
          nextTerm: { term: 8, utc: "1990-05-05T18:35:26.149Z", seconds: 392726.149 },
          otherClocks: [],
          options: defaults,
          warnings: [],
        },
        alternatives: [],
      },
      pillars: spring,
    },
  },
  {
    title: { en: "23 seconds before ipchun: both charts", ko: "입춘 23초 전: 두 명식 모두" },
    inputs: { birth: { date: "2000-02-04", time: "21:40" }, options: { clock: "wall" } },
    outputs: {
      chart: {
        pillars: beforeIpchun,
        luck: null,
        details: {
          ...ipchunDetails,
          previousTerm: { term: 1, utc: "2000-01-20T18:23:01.571Z", seconds: 1275418.429 },
          nextTerm: { term: 2, utc: "2000-02-04T12:40:22.926Z", seconds: 22.926 },
          warnings: [{ code: "near_term", params: { term: 2, seconds: 22.926 } }],
        },
        alternatives: [
          {
            pillars: afterIpchun,
            luck: null,
            details: {
              ...ipchunDetails,
              previousTerm: { term: 2, utc: "2000-02-04T12:40:22.926Z", seconds: -22.926 },
              nextTerm: { term: 3, utc: "2000-02-19T08:33:17.287Z", seconds: 1281197.287 },
              warnings: [],
            },
            alternatives: [],
            reason: "near_term",
          },
        ],
      },
      pillars: beforeIpchun,
    },
  },
  {
    title: { en: "hour 25 is refused", ko: "25시는 거절" },
    inputs: { birth: { date: "1990-05-01", time: "25:00" } },
    error: "time_part_out_of_range",
  },
  {
    title: { en: "a misspelt field is refused", ko: "철자가 틀린 항목은 거절" },
    inputs: { birth: { date: "1990-05-01", time: "14:30", tiemZone: "Asia/Seoul" } },
    error: "inputs_refused",
  },
  {
    title: { en: "day 30 of a lunar month with 29 days is refused", ko: "29일까지인 음력 달의 30일은 거절" },
    inputs: { birth: { date: "1990-04-30", time: "14:30", calendar: "lunar" } },
    error: "lunar_day_not_in_month",
  },
])
