import { defineCases } from "cubular/contract"
import type { Element } from "cubular/saju"
import render from "./render.ts"

function pillar(index: number, ganji: string, hangul: string, romanized: string, elements: [Element, Element]) {
  const polarity: "yang" | "yin" = index % 2 === 0 ? "yang" : "yin"
  return { index, stem: index % 10, branch: index % 12, ganji, hangul, romanized, elements, polarity }
}

const options = {
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
} as const

const details = {
  utc: "1990-05-01T05:30:00.000Z",
  offsetSec: 32400,
  dst: false,
  clock: "mean" as const,
  correctionSec: -1925.28,
  longitudeDeg: 126.978,
  previousTerm: { term: 7, utc: "1990-04-20T08:26:31.809Z", seconds: 939808.191 },
  nextTerm: { term: 8, utc: "1990-05-05T18:35:26.149Z", seconds: 392726.149 },
  otherClocks: [],
  options,
  warnings: [],
}

const chart = {
  pillars: {
    year: pillar(6, "庚午", "경오", "gyeongo", ["metal", "fire"]),
    month: pillar(16, "庚辰", "경진", "gyeongjin", ["metal", "earth"]),
    day: pillar(2, "丙寅", "병인", "byeongin", ["fire", "wood"]),
    hour: pillar(31, "乙未", "을미", "eulmi", ["wood", "earth"]),
  },
  luck: null,
  details,
  alternatives: [],
}

export default defineCases(render, [
  {
    title: { en: "a chart as text", ko: "명식을 글로" },
    config: { detail: "pillars", format: "text" },
    inputs: { chart, name: "김 & <이>" },
    outputs: {
      text: [
        "사주 명식  乙未 丙寅 庚辰 庚午",
        "김 & <이>",
        "1990년 5월 1일 14:30 · UTC+09:00",
        "지역 평균시 13:57:54 기준 (−32분 5초)",
        "",
        "                  시               일               월               년",
        "          ┌────────────────┬────────────────┬────────────────┬────────────────┐",
        "천간      │     乙 을      │     丙 병      │     庚 경      │     庚 경      │",
        "          │      −목       │      +화       │      +금       │      +금       │",
        "          ├────────────────┼────────────────┼────────────────┼────────────────┤",
        "지지      │     未 미      │     寅 인      │     辰 진      │     午 오      │",
        "          │      −토       │      +목       │      +토       │      +화       │",
        "          └────────────────┴────────────────┴────────────────┴────────────────┘",
        "",
      ].join("\n"),
    },
  },
  {
    title: { en: "a chart as a picture, for a phone in the dark", ko: "명식을 그림으로: 어두운 바탕의 전화기 너비" },
    config: { detail: "pillars", format: "svg", theme: "dark", width: 320 },
    inputs: { chart, name: "Kim & <Lee>", look: { lang: "en", palette: "soft" } },
    outputs: {
      svg: [
        '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="355" viewBox="0 0 320 355" role="img" lang="en" xml:lang="en" font-family="Pretendard, -apple-system, BlinkMacSystemFont, Segoe UI, Apple SD Gothic Neo, Noto Sans KR, Noto Sans CJK KR, Malgun Gothic, sans-serif">',
        "<title>Four Pillars: Kim &amp; &lt;Lee&gt;, year gyeongo, month gyeongjin, day byeongin, hour eulmi</title>",
        "<desc>Kim &amp; &lt;Lee&gt;, 1 May 1990 14:30 · UTC+09:00, Local mean time 13:57:54 (−32 min 5 s). Year gyeongo: gyeong 庚 +Metal, o 午 +Fire. Month gyeongjin: gyeong 庚 +Metal, jin 辰 +Earth. Day byeongin: byeong 丙 +Fire, in 寅 +Wood. Hour eulmi: eul 乙 −Wood, mi 未 −Earth.</desc>",
        '<rect x="0" y="0" width="320" height="355" rx="20" fill="#151A23"/>',
        '<text x="16" y="27" font-size="11" fill="#A3ADBD" font-weight="600" letter-spacing="2">Four Pillars</text>',
        '<text x="16" y="53" font-size="18" fill="#E8ECF3" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">Kim &amp; &lt;Lee&gt;</text>',
        '<text x="16" y="74" font-size="11" fill="#A3ADBD">1 May 1990 14:30 · UTC+09:00</text>',
        '<text x="16" y="91" font-size="11" fill="#A3ADBD">Local mean time 13:57:54 (−32 min 5 s)</text>',
        '<rect x="278" y="16" width="26" height="52" rx="6" fill="#B9382B"/>',
        '<text x="291" y="37" font-size="18" fill="#FFFFFF" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">丙</text>',
        '<text x="291" y="61" font-size="18" fill="#FFFFFF" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">寅</text>',
        '<rect x="88" y="113" width="73" height="226" rx="12" fill="#1D2430"/>',
        '<text x="51" y="133" font-size="12" fill="#A3ADBD" text-anchor="middle" font-weight="500">Hour</text>',
        '<text x="124" y="133" font-size="12" fill="#E8ECF3" text-anchor="middle" font-weight="700">Day</text>',
        '<text x="197" y="133" font-size="12" fill="#A3ADBD" text-anchor="middle" font-weight="500">Month</text>',
        '<text x="270" y="133" font-size="12" fill="#A3ADBD" text-anchor="middle" font-weight="500">Year</text>',
        '<rect x="18" y="141" width="67" height="88" rx="12" fill="#1D3A29" stroke="#5F9B74" stroke-width="1"/>',
        '<text x="25" y="156" font-size="11" fill="#BFE8CB" font-weight="600">−</text>',
        '<text x="51" y="183" font-size="34" fill="#BFE8CB" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">乙</text>',
        '<text x="51" y="206" font-size="11" fill="#BFE8CB" text-anchor="middle" font-weight="600">eul</text>',
        '<text x="51" y="220" font-size="11" fill="#BFE8CB" text-anchor="middle" font-weight="500">Wood</text>',
        '<rect x="91" y="141" width="67" height="88" rx="12" fill="#46211F" stroke="#C0716A" stroke-width="1"/>',
        '<text x="98" y="156" font-size="11" fill="#FBCBC5" font-weight="600">+</text>',
        '<text x="124" y="183" font-size="34" fill="#FBCBC5" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">丙</text>',
        '<text x="124" y="206" font-size="11" fill="#FBCBC5" text-anchor="middle" font-weight="600">byeong</text>',
        '<text x="124" y="220" font-size="11" fill="#FBCBC5" text-anchor="middle" font-weight="500">Fire</text>',
        '<rect x="164" y="141" width="67" height="88" rx="12" fill="#343C4A" stroke="#8A95A8" stroke-width="1"/>',
        '<text x="171" y="156" font-size="11" fill="#E8ECF3" font-weight="600">+</text>',
        '<text x="197" y="183" font-size="34" fill="#E8ECF3" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">庚</text>',
        '<text x="197" y="206" font-size="11" fill="#E8ECF3" text-anchor="middle" font-weight="600">gyeong</text>',
        '<text x="197" y="220" font-size="11" fill="#E8ECF3" text-anchor="middle" font-weight="500">Metal</text>',
        '<rect x="237" y="141" width="67" height="88" rx="12" fill="#343C4A" stroke="#8A95A8" stroke-width="1"/>',
        '<text x="244" y="156" font-size="11" fill="#E8ECF3" font-weight="600">+</text>',
        '<text x="270" y="183" font-size="34" fill="#E8ECF3" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">庚</text>',
        '<text x="270" y="206" font-size="11" fill="#E8ECF3" text-anchor="middle" font-weight="600">gyeong</text>',
        '<text x="270" y="220" font-size="11" fill="#E8ECF3" text-anchor="middle" font-weight="500">Metal</text>',
        '<rect x="18" y="235" width="67" height="88" rx="12" fill="#40341A" stroke="#A68B45" stroke-width="1"/>',
        '<text x="25" y="250" font-size="11" fill="#F5DD9E" font-weight="600">−</text>',
        '<text x="51" y="277" font-size="34" fill="#F5DD9E" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">未</text>',
        '<text x="51" y="300" font-size="11" fill="#F5DD9E" text-anchor="middle" font-weight="600">mi · Goat</text>',
        '<text x="51" y="314" font-size="11" fill="#F5DD9E" text-anchor="middle" font-weight="500">Earth</text>',
        '<rect x="91" y="235" width="67" height="88" rx="12" fill="#1D3A29" stroke="#5F9B74" stroke-width="1"/>',
        '<text x="98" y="250" font-size="11" fill="#BFE8CB" font-weight="600">+</text>',
        '<text x="124" y="277" font-size="34" fill="#BFE8CB" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">寅</text>',
        '<text x="124" y="300" font-size="11" fill="#BFE8CB" text-anchor="middle" font-weight="600">in · Tiger</text>',
        '<text x="124" y="314" font-size="11" fill="#BFE8CB" text-anchor="middle" font-weight="500">Wood</text>',
        '<rect x="164" y="235" width="67" height="88" rx="12" fill="#40341A" stroke="#A68B45" stroke-width="1"/>',
        '<text x="171" y="250" font-size="11" fill="#F5DD9E" font-weight="600">+</text>',
        '<text x="197" y="277" font-size="34" fill="#F5DD9E" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">辰</text>',
        '<text x="197" y="300" font-size="11" fill="#F5DD9E" text-anchor="middle" font-weight="600">jin</text>',
        '<text x="197" y="314" font-size="11" fill="#F5DD9E" text-anchor="middle" font-weight="500">Earth</text>',
        '<rect x="237" y="235" width="67" height="88" rx="12" fill="#46211F" stroke="#C0716A" stroke-width="1"/>',
        '<text x="244" y="250" font-size="11" fill="#FBCBC5" font-weight="600">+</text>',
        '<text x="270" y="277" font-size="34" fill="#FBCBC5" text-anchor="middle" font-weight="600" font-family="Noto Serif KR, Noto Serif CJK KR, Nanum Myeongjo, AppleMyungjo, Batang, serif">午</text>',
        '<text x="270" y="300" font-size="11" fill="#FBCBC5" text-anchor="middle" font-weight="600">o · Horse</text>',
        '<text x="270" y="314" font-size="11" fill="#FBCBC5" text-anchor="middle" font-weight="500">Fire</text>',
        "</svg>",
      ].join(""),
    },
  },
  {
    title: { en: "an instant that is none is refused", ko: "시각이 아닌 것은 거절" },
    inputs: { chart: { ...chart, details: { ...details, utc: "yesterday" } } },
    error: "date_malformed",
  },
  {
    title: { en: "a misspelt look is refused", ko: "철자가 틀린 모양은 거절" },
    inputs: { chart, look: { colour: "soft" } },
    error: "inputs_refused",
  },
])
