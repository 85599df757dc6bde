/** What a reading cannot know, and its last word. */
import type { Texts } from "../types.ts"

export const LIMITS = {
  "hour.unknown": {
    ko: "태어난 시를 몰라 시주를 비우고 여섯 글자로 읽었습니다. 자녀와 만년의 자리, 그리고 강약의 판단은 시를 알게 되면 달라질 수 있습니다.",
    en: "The hour of birth is unknown, so the fourth pillar was left empty and six characters were read. Late years, children and the verdict on strength may look different once it is found.",
  },
  "hour.distribution": {
    ko: "그날 있을 수 있는 명식 {candidates}가지를 모두 따져 보면 {verdicts}입니다.",
    en: "Of the {candidates} charts that day could hold, {verdicts}.",
  },
  "edge.term": {
    ko: "태어난 때가 절기가 바뀌는 순간에 아주 가깝습니다. 기록이 조금만 달라도 달이나 해의 기둥이 바뀔 수 있으니 다른 쪽 명식도 함께 살펴 주십시오.",
    en: "The birth lies very near the instant at which a solar term begins. A slightly different record would change the month or even the year pillar, so look at the chart on the other side as well.",
  },
  "day.term": {
    ko: "태어난 날에 {term:이} 시작되어 그 앞과 뒤의 기둥이 다릅니다. 여기서는 정오의 기둥을 따랐으니, 태어난 시각을 알게 되면 그날 가능한 명식 가운데에서 다시 살펴 주십시오.",
    en: "{term} began on the day of birth, and the pillars before and after it differ. Those of noon were followed here; should the hour come to light, look again among the charts that day could hold.",
  },
  "edge.clock": {
    ko: "태어난 때가 시진이나 날짜의 경계에 가까워, 몇 분 차이로 시주나 일주가 달라질 수 있습니다. 이웃한 명식도 함께 살펴 주십시오.",
    en: "The birth lies close to the edge of an hour or of the day, and a few minutes would give other pillars; the neighbouring chart deserves a look too.",
  },
  "edge.rat": {
    ko: "밤 열한 시에서 자정 사이의 출생은 유파에 따라 날과 시를 다르게 봅니다. 여기서는 고른 방식을 따랐고, 다른 방식의 명식도 곁에 두었습니다.",
    en: "Births between eleven and midnight are assigned differently by different schools. One of their rules was followed here; the charts by the others stand beside it.",
  },
  "edge.newYear": {
    ko: "음력설로 해를 가르는 방식에서는 태어난 때가 해의 경계에 걸려 있습니다. 해의 기둥이 달라질 수 있으니 다른 쪽 명식도 함께 살펴 주십시오.",
    en: "With the year counted from lunar New Year, the birth lies on its very threshold; the chart of the other year is worth a look.",
  },
  "edge.zone": {
    ko: "시계를 돌려놓던 때에 태어나 기록된 시각이 두 가지로 읽힐 수 있습니다. 다른 쪽 명식도 함께 살펴 주십시오.",
    en: "Clocks were being changed at the time, and the recorded hour can be taken in two ways; the other chart is worth a look.",
  },
  "closing.wood": {
    ko: "사주는 정해진 줄거리가 아니라 계절을 읽는 오래된 말입니다. 무엇을 심을지는 언제나 사람이 고릅니다.",
    en: "Saju is not a plot already written but an old language for reading seasons. What to plant has always been up to the person.",
  },
  "closing.fire": {
    ko: "사주는 길을 정해 주는 지도가 아니라 발밑을 비추는 등불에 가깝습니다. 걷는 쪽은 언제나 사람입니다.",
    en: "Saju is less a map with the route drawn in than a lamp held near the feet. The walking is done by people.",
  },
  "closing.earth": {
    ko: "사주는 땅의 생김새를 적어 둔 옛 기록과 같습니다. 그 위에 무엇을 지을지는 사는 사람의 몫입니다.",
    en: "Saju resembles an old survey of the land. What is built on it is the business of whoever lives there.",
  },
  "closing.metal": {
    ko: "사주는 판결이 아니라 거울입니다. 비친 것을 보고 무엇을 다듬을지는 스스로 정합니다.",
    en: "Saju is a mirror, not a verdict. What to do about the reflection is for the one who looks.",
  },
  "closing.water": {
    ko: "사주는 날씨를 읽는 오래된 말입니다. 우산을 들지, 비를 맞으며 걸을지는 언제나 사람이 정합니다.",
    en: "Saju is an old way of talking about the weather. Whether to take an umbrella or walk in the rain remains your decision.",
  },
} as const satisfies Texts

/** Titles of the sections. */
export const TITLES = {
  person: { ko: "타고난 사람", en: "The person" },
  balance: { ko: "힘과 균형", en: "Strength and balance" },
  usefulGod: { ko: "나를 돕는 기운", en: "What helps" },
  roles: { ko: "타고난 쓰임", en: "What one is made for" },
  relations: { ko: "기둥 사이의 이야기", en: "Between the pillars" },
  stars: { ko: "별과 빈자리", en: "Stars and empty places" },
  luck: { ko: "흐르는 시간", en: "Time passing" },
  limits: { ko: "알아 둘 것", en: "To keep in mind" },
} as const satisfies Texts
