import { defineCases } from "cubular/contract"
import { type Birth, chart, type Element, type LuckLabel, type LuckPillar } from "./engine/index.ts"
import luck from "./luck.ts"

const named = (index: number, hanja: string, hangul: string, romanized: string, english: string) => ({
  index,
  hanja,
  hangul,
  romanized,
  english,
})
type Named = ReturnType<typeof named>

function pillar(index: number, ganji: string, hangul: string, romanized: string, elements: [Element, Element]) {
  const polarity: "yang" | "yin" = index % 2 === 0 ? "yang" : "yin"
  return { index, stem: index % 10, branch: index % 12, ganji, hangul, romanized, elements, polarity }
}

/** 십신. */
const tenGods: Record<number, Named> = {
  0: named(0, "比肩", "비견", "bigyeon", "Companion"),
  1: named(1, "劫財", "겁재", "geopjae", "Rob Wealth"),
  2: named(2, "食神", "식신", "siksin", "Eating God"),
  3: named(3, "傷官", "상관", "sanggwan", "Hurting Officer"),
  4: named(4, "偏財", "편재", "pyeonjae", "Indirect Wealth"),
  5: named(5, "正財", "정재", "jeongjae", "Direct Wealth"),
  6: named(6, "偏官", "편관", "pyeongwan", "Seven Killings"),
  7: named(7, "正官", "정관", "jeonggwan", "Direct Officer"),
  8: named(8, "偏印", "편인", "pyeonin", "Indirect Resource"),
  9: named(9, "正印", "정인", "jeongin", "Direct Resource"),
}
/** 12운성. */
const stages: Record<number, Named> = {
  0: named(0, "長生", "장생", "jangsaeng", "Birth"),
  1: named(1, "沐浴", "목욕", "mogyok", "Bath"),
  2: named(2, "冠帶", "관대", "gwandae", "Coming of Age"),
  3: named(3, "建祿", "건록", "geollok", "Office"),
  6: named(6, "病", "병", "byeong", "Sickness"),
  7: named(7, "死", "사", "sa", "Death"),
  8: named(8, "墓", "묘", "myo", "Tomb"),
  9: named(9, "絶", "절", "jeol", "Severance"),
  10: named(10, "胎", "태", "tae", "Conception"),
  11: named(11, "養", "양", "yang", "Nurture"),
}
/** 12신살. */
const twelveStars: Record<number, Named> = {
  0: named(0, "劫殺", "겁살", "geopsal", "Robbery Star"),
  1: named(1, "災殺", "재살", "jaesal", "Calamity Star"),
  2: named(2, "天殺", "천살", "cheonsal", "Heaven Star"),
  3: named(3, "地殺", "지살", "jisal", "Earth Star"),
  4: named(4, "年殺", "년살", "nyeonsal", "Year Star"),
  5: named(5, "月殺", "월살", "wolsal", "Month Star"),
  6: named(6, "亡身殺", "망신살", "mangsinsal", "Lost Spirit"),
  7: named(7, "將星殺", "장성살", "jangseongsal", "General Star"),
  8: named(8, "攀鞍殺", "반안살", "banansal", "Saddle Star"),
  9: named(9, "驛馬殺", "역마살", "yeongmasal", "Travelling Horse"),
  10: named(10, "六害殺", "육해살", "yukhaesal", "Six Harms Star"),
  11: named(11, "華蓋殺", "화개살", "hwagaesal", "Canopy Star"),
}

type Kind = LuckPillar["relations"][number]["kind"]

/** kind | name | romanized | english | pillars | characters | element | transformed | other kinds; "-" is none. */
function relation(row: string) {
  const [
    kind,
    names = "",
    romanized = "",
    english = "",
    pillars = "",
    characters = "",
    element,
    turned = "",
    also = "",
  ] = row.trim().split(" | ")
  const [index, hanja = "", hangul = ""] = names.split(" ")
  const [done, reason = ""] = turned.split(" ")
  return {
    kind: kind as Kind,
    name: named(Number(index), hanja, hangul, romanized, english),
    pillars: pillars.split(" ") as LuckLabel[],
    characters: characters.split(" ").map(Number),
    distance: null,
    element: element === "-" ? null : (element as Element),
    transformed: turned === "-" ? null : { done: done === "done", reason },
    alsoKinds: also === "-" ? [] : (also.split(" ") as Kind[]),
  }
}

/** Ten gods of stem and branch, stage, twelve stars by year and by day as numbers; voids by year and by day. */
function luckPillar(
  of: ReturnType<typeof pillar>,
  [stem, branch, stage, byYear, byDay]: [number, number, number, number, number],
  voids: [boolean, boolean],
  relations: string,
) {
  return {
    pillar: of,
    stemTenGod: tenGods[stem] as Named,
    branchTenGod: tenGods[branch] as Named,
    stage: stages[stage] as Named,
    twelveStars: { byYear: twelveStars[byYear] as Named, byDay: twelveStars[byDay] as Named },
    isVoid: { byYear: voids[0], byDay: voids[1] },
    relations: relations.trim().split("\n").map(relation),
  }
}

/** As a wire brings it. */
const chartOf = (birth: Birth) => JSON.parse(JSON.stringify(chart(birth)))
/** A man of a yang year, six days before ipha: forward from 庚辰, at two. */
const man = chartOf({ date: "1990-04-29", time: "14:30", sex: "male", longitudeDeg: 126.978 })

const decades = [
  {
    ...luckPillar(
      pillar(17, "辛巳", "신사", "sinsa", ["metal", "fire"]),
      [7, 2, 6, 6, 0],
      [false, false],
      `
      stemControl | 9 辛甲剋 신갑극 | sin-gap geuk | Yin Metal–Yang Wood control | day decade | 0 7 | - | - | -
      directionalCombination | 1 巳午未方合 사오미방합 | sa-o-mi banghap | Snake–Horse–Goat directional combination | year hour decade | 6 7 5 | fire | - | -`,
    ),
    fromAge: 2,
    fromYear: 1991,
    fromYearElapsed: 1992,
    startsAt: "1992-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(18, "壬午", "임오", "imo", ["water", "fire"]),
      [8, 3, 7, 7, 1],
      [false, false],
      `
      selfPunishment | 1 午午自刑 오오자형 | o-o jahyeong | Horse–Horse self-punishment | year decade | 6 6 | - | - | -
      clash | 0 子午沖 자오충 | ja-o chung | Rat–Horse clash | day decade | 0 6 | - | - | -
      sixCombination | 5 午未六合 오미육합 | o-mi yukhap | Horse–Goat six combination | hour decade | 7 6 | fire | - | -`,
    ),
    fromAge: 12,
    fromYear: 2001,
    fromYearElapsed: 2002,
    startsAt: "2002-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(19, "癸未", "계미", "gyemi", ["water", "earth"]),
      [9, 5, 8, 8, 2],
      [false, false],
      `
      sixCombination | 5 午未六合 오미육합 | o-mi yukhap | Horse–Goat six combination | year decade | 6 7 | fire | - | -
      harm | 0 子未害 자미해 | ja-mi hae | Rat–Goat harm | day decade | 0 7 | - | - | resentment
      resentment | 0 子未怨嗔 자미원진 | ja-mi wonjin | Rat–Goat resentment | day decade | 0 7 | - | - | harm`,
    ),
    fromAge: 22,
    fromYear: 2011,
    fromYearElapsed: 2012,
    startsAt: "2012-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(20, "甲申", "갑신", "gapsin", ["wood", "metal"]),
      [0, 6, 9, 9, 3],
      [false, false],
      `
      stemClash | 0 甲庚沖 갑경충 | gap-gyeong chung | Yang Wood–Yang Metal clash | year decade | 6 0 | - | - | -
      stemClash | 0 甲庚沖 갑경충 | gap-gyeong chung | Yang Wood–Yang Metal clash | month decade | 6 0 | - | - | -
      stemControl | 9 辛甲剋 신갑극 | sin-gap geuk | Yin Metal–Yang Wood control | hour decade | 7 0 | - | - | -
      threeCombination | 0 申子辰三合 신자진삼합 | sin-ja-jin samhap | Monkey–Rat–Dragon three combination | month day decade | 4 0 8 | water | - | -`,
    ),
    fromAge: 32,
    fromYear: 2021,
    fromYearElapsed: 2022,
    startsAt: "2022-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(21, "乙酉", "을유", "eulyu", ["wood", "metal"]),
      [1, 7, 10, 10, 4],
      [false, false],
      `
      stemCombination | 1 乙庚合 을경합 | eul-gyeong hap | Yin Wood–Yang Metal combination | year decade | 6 1 | metal | not month_does_not_support | -
      stemCombination | 1 乙庚合 을경합 | eul-gyeong hap | Yin Wood–Yang Metal combination | month decade | 6 1 | metal | not month_does_not_support | -
      stemClash | 1 乙辛沖 을신충 | eul-sin chung | Yin Wood–Yin Metal clash | hour decade | 7 1 | - | - | -
      sixCombination | 3 辰酉六合 진유육합 | jin-yu yukhap | Dragon–Rooster six combination | month decade | 4 9 | metal | - | -
      destruction | 0 子酉破 자유파 | ja-yu pa | Rat–Rooster destruction | day decade | 0 9 | - | - | ghostGate
      ghostGate | 0 子酉鬼門關 자유귀문관 | ja-yu gwimungwan | Rat–Rooster ghost gate | day decade | 0 9 | - | - | destruction`,
    ),
    fromAge: 42,
    fromYear: 2031,
    fromYearElapsed: 2032,
    startsAt: "2032-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(22, "丙戌", "병술", "byeongsul", ["fire", "earth"]),
      [2, 4, 11, 11, 5],
      [true, true],
      `
      stemControl | 3 丙庚剋 병경극 | byeong-gyeong geuk | Yang Fire–Yang Metal control | year decade | 6 2 | - | - | -
      stemControl | 3 丙庚剋 병경극 | byeong-gyeong geuk | Yang Fire–Yang Metal control | month decade | 6 2 | - | - | -
      stemCombination | 2 丙辛合 병신합 | byeong-sin hap | Yang Fire–Yin Metal combination | hour decade | 7 2 | water | not month_does_not_support | -
      halfCombination | 5 午戌半合 오술반합 | o-sul banhap | Horse–Dog half combination | year decade | 6 10 | fire | - | -
      clash | 4 辰戌沖 진술충 | jin-sul chung | Dragon–Dog clash | month decade | 4 10 | - | - | -
      punishment | 6 戌未刑 술미형 | sul-mi hyeong | Dog–Goat punishment | hour decade | 7 10 | - | - | destruction
      destruction | 5 未戌破 미술파 | mi-sul pa | Goat–Dog destruction | hour decade | 7 10 | - | - | punishment`,
    ),
    fromAge: 52,
    fromYear: 2041,
    fromYearElapsed: 2042,
    startsAt: "2042-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(23, "丁亥", "정해", "jeonghae", ["fire", "water"]),
      [3, 8, 0, 0, 6],
      [true, true],
      `
      stemControl | 4 丁庚剋 정경극 | jeong-gyeong geuk | Yin Fire–Yang Metal control | year decade | 6 3 | - | - | -
      stemControl | 4 丁庚剋 정경극 | jeong-gyeong geuk | Yin Fire–Yang Metal control | month decade | 6 3 | - | - | -
      stemControl | 5 丁辛剋 정신극 | jeong-sin geuk | Yin Fire–Yin Metal control | hour decade | 7 3 | - | - | -
      resentment | 4 辰亥怨嗔 진해원진 | jin-hae wonjin | Dragon–Pig resentment | month decade | 4 11 | - | - | ghostGate
      ghostGate | 4 辰亥鬼門關 진해귀문관 | jin-hae gwimungwan | Dragon–Pig ghost gate | month decade | 4 11 | - | - | resentment
      archCombination | 3 亥未拱合 해미공합 | hae-mi gonghap | Pig–Goat arch combination | hour decade | 7 11 | wood | - | -`,
    ),
    fromAge: 62,
    fromYear: 2051,
    fromYearElapsed: 2052,
    startsAt: "2052-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(24, "戊子", "무자", "muja", ["earth", "water"]),
      [4, 9, 1, 1, 7],
      [false, false],
      `
      stemControl | 0 甲戊剋 갑무극 | gap-mu geuk | Yang Wood–Yang Earth control | day decade | 0 4 | - | - | -
      clash | 0 子午沖 자오충 | ja-o chung | Rat–Horse clash | year decade | 6 0 | - | - | -
      halfCombination | 1 子辰半合 자진반합 | ja-jin banhap | Rat–Dragon half combination | month decade | 4 0 | water | - | -
      harm | 0 子未害 자미해 | ja-mi hae | Rat–Goat harm | hour decade | 7 0 | - | - | resentment
      resentment | 0 子未怨嗔 자미원진 | ja-mi wonjin | Rat–Goat resentment | hour decade | 7 0 | - | - | harm`,
    ),
    fromAge: 72,
    fromYear: 2061,
    fromYearElapsed: 2062,
    startsAt: "2062-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(25, "己丑", "기축", "gichuk", ["earth", "earth"]),
      [5, 5, 2, 2, 8],
      [false, false],
      `
      stemCombination | 0 甲己合 갑기합 | gap-gi hap | Yang Wood–Yin Earth combination | day decade | 0 5 | earth | not broken_by_clash | -
      harm | 1 丑午害 축오해 | chuk-o hae | Ox–Horse harm | year decade | 6 1 | - | - | resentment ghostGate
      resentment | 1 丑午怨嗔 축오원진 | chuk-o wonjin | Ox–Horse resentment | year decade | 6 1 | - | - | harm ghostGate
      ghostGate | 1 丑午鬼門關 축오귀문관 | chuk-o gwimungwan | Ox–Horse ghost gate | year decade | 6 1 | - | - | harm resentment
      destruction | 1 丑辰破 축진파 | chuk-jin pa | Ox–Dragon destruction | month decade | 4 1 | - | - | -
      sixCombination | 0 子丑六合 자축육합 | ja-chuk yukhap | Rat–Ox six combination | day decade | 0 1 | earth | - | -
      clash | 1 丑未沖 축미충 | chuk-mi chung | Ox–Goat clash | hour decade | 7 1 | - | - | punishment
      punishment | 7 丑未刑 축미형 | chuk-mi hyeong | Ox–Goat punishment | hour decade | 7 1 | - | - | clash`,
    ),
    fromAge: 82,
    fromYear: 2071,
    fromYearElapsed: 2072,
    startsAt: "2072-07-04T05:30:00.000Z",
  },
  {
    ...luckPillar(
      pillar(26, "庚寅", "경인", "gyeongin", ["metal", "wood"]),
      [6, 0, 3, 3, 9],
      [false, false],
      `
      stemClash | 0 甲庚沖 갑경충 | gap-gyeong chung | Yang Wood–Yang Metal clash | day decade | 0 6 | - | - | -
      halfCombination | 4 寅午半合 인오반합 | in-o banhap | Tiger–Horse half combination | year decade | 6 2 | fire | - | -
      ghostGate | 2 寅未鬼門關 인미귀문관 | in-mi gwimungwan | Tiger–Goat ghost gate | hour decade | 7 2 | - | - | -`,
    ),
    fromAge: 92,
    fromYear: 2081,
    fromYearElapsed: 2082,
    startsAt: "2082-07-04T05:30:00.000Z",
  },
]

const childLuck = [
  {
    ...luckPillar(
      pillar(8, "壬申", "임신", "imsin", ["water", "metal"]),
      [8, 6, 9, 9, 3],
      [false, false],
      `
      threeCombination | 0 申子辰三合 신자진삼합 | sin-ja-jin samhap | Monkey–Rat–Dragon three combination | month day childLuck | 4 0 8 | water | - | -`,
    ),
    age: 1,
    year: 1990,
  },
]

/** The first decade begins on 1992-07-04. */
const years = [
  {
    ...luckPillar(
      pillar(7, "辛未", "신미", "sinmi", ["metal", "earth"]),
      [7, 5, 8, 8, 2],
      [false, false],
      `
      stemControl | 9 辛甲剋 신갑극 | sin-gap geuk | Yin Metal–Yang Wood control | day luckYear | 0 7 | - | - | -
      sixCombination | 5 午未六合 오미육합 | o-mi yukhap | Horse–Goat six combination | year luckYear | 6 7 | fire | - | -
      harm | 0 子未害 자미해 | ja-mi hae | Rat–Goat harm | day luckYear | 0 7 | - | - | resentment
      resentment | 0 子未怨嗔 자미원진 | ja-mi wonjin | Rat–Goat resentment | day luckYear | 0 7 | - | - | harm`,
    ),
    year: 1991,
    from: "1991-02-04T08:08:23.915Z",
    to: "1992-02-04T13:48:16.430Z",
    age: { elapsed: 1, counted: 2 },
    decade: -1,
  },
  {
    ...luckPillar(
      pillar(8, "壬申", "임신", "imsin", ["water", "metal"]),
      [8, 6, 9, 9, 3],
      [false, false],
      `
      threeCombination | 0 申子辰三合 신자진삼합 | sin-ja-jin samhap | Monkey–Rat–Dragon three combination | month day luckYear | 4 0 8 | water | - | -`,
    ),
    year: 1992,
    from: "1992-02-04T13:48:16.430Z",
    to: "1993-02-03T19:37:09.275Z",
    age: { elapsed: 2, counted: 3 },
    decade: -1,
  },
  {
    ...luckPillar(
      pillar(9, "癸酉", "계유", "gyeyu", ["water", "metal"]),
      [9, 7, 10, 10, 4],
      [false, false],
      `
      sixCombination | 3 辰酉六合 진유육합 | jin-yu yukhap | Dragon–Rooster six combination | month luckYear | 4 9 | metal | - | -
      destruction | 0 子酉破 자유파 | ja-yu pa | Rat–Rooster destruction | day luckYear | 0 9 | - | - | ghostGate
      ghostGate | 0 子酉鬼門關 자유귀문관 | ja-yu gwimungwan | Rat–Rooster ghost gate | day luckYear | 0 9 | - | - | destruction
      halfCombination | 2 巳酉半合 사유반합 | sa-yu banhap | Snake–Rooster half combination | decade luckYear | 5 9 | metal | - | -`,
    ),
    year: 1993,
    from: "1993-02-03T19:37:09.275Z",
    to: "1994-02-04T01:30:55.197Z",
    age: { elapsed: 3, counted: 4 },
    decade: 0,
  },
]

export default defineCases(luck, [
  {
    title: { en: "decades of a man, and childhood before them", ko: "한 남자의 대운과 그 앞의 소운" },
    inputs: { chart: man },
    outputs: { decades, childLuck, years: [], months: [] },
  },
  {
    title: { en: "years before the first decade and in it", ko: "첫 대운 앞의 해와 첫 대운의 해" },
    inputs: { chart: man, years: { from: 1991, to: 1993 } },
    outputs: { decades, childLuck, years, months: [] },
  },
  {
    title: { en: "without a sex there are no decades", ko: "성별이 없으면 대운도 없음" },
    inputs: { chart: chartOf({ date: "1990-04-29", time: "14:30" }) },
    error: "luck_needs_sex",
  },
  {
    title: { en: "more than two hundred years are refused", ko: "이백 년이 넘으면 거절" },
    inputs: { chart: man, years: { from: 1900, to: 2100 } },
    error: "luck_range_too_long",
  },
  {
    title: { en: "a year that is none is refused", ko: "없는 해는 거절" },
    inputs: { chart: man, monthsOf: 20260 },
    error: "year_out_of_range",
  },
])
