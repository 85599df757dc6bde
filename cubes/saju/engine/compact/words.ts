/** Words of the compact form: short, and explained in its first line where they are not plain. */
import type { Named, Position } from "../analysis/types.ts"
import type { Language } from "../interpretation/types.ts"
import type { Element } from "../names.ts"

export interface Words {
  /** The line that explains the rest. */
  readonly legend: string
  readonly pillars: { readonly [position in Position]: string }
  readonly elements: { readonly [element in Element]: string }
  /** Ten gods 0–9. */
  readonly tenGods: readonly string[]
  /** 일간. */
  readonly dayMaster: string
  readonly unknown: string
  readonly rows: { readonly [row in Row]: string }
  readonly name: (named: Named) => string
}

type Row =
  | "birth"
  | "pillars"
  | "stems"
  | "branches"
  | "hidden"
  | "stages"
  | "ownStages"
  | "twelveStars"
  | "nayin"
  | "stars"
  | "relations"
  | "void"
  | "elements"
  | "yinYang"
  | "commanding"
  | "strength"
  | "structure"
  | "usefulGod"
  | "others"
  | "points"
  | "options"
  | "warnings"
  | "candidates"
  | "key"
  | "decades"
  | "years"
  | "months"

export const WORDS: { readonly [lang in Language]: Words } = {
  ko: {
    legend:
      "사주 연|월|일|시. 봉/거=일간/자좌 운성, 12살=연지/일지 기준, 용신>희>기>구>한. 운의 십신 운성 12살은 글자표, 월운은 절입일, *현재",
    pillars: { year: "연", month: "월", day: "일", hour: "시" },
    elements: { wood: "목", fire: "화", earth: "토", metal: "금", water: "수" },
    tenGods: ["비견", "겁재", "식신", "상관", "편재", "정재", "편관", "정관", "편인", "정인"],
    dayMaster: "일간",
    unknown: "모름",
    rows: {
      birth: "출생",
      pillars: "명식",
      stems: "천간",
      branches: "지지",
      hidden: "지장간",
      stages: "봉",
      ownStages: "거",
      twelveStars: "12살",
      nayin: "납음",
      stars: "신살",
      relations: "관계",
      void: "공망",
      elements: "오행",
      yinYang: "양/음",
      commanding: "사령",
      strength: "강약",
      structure: "격국",
      usefulGod: "용신",
      others: "방법별",
      points: "태원 태식 명궁",
      options: "옵션",
      warnings: "주의",
      candidates: "시 모름: 후보",
      key: "운 글자",
      decades: "대운",
      years: "세운",
      months: "월운",
    },
    name: ({ hangul }) => hangul,
  },
  en: {
    legend:
      "Saju year|month|day|hour. C Companion RW Rob Wealth EG Eating God HO Hurting Officer IW,DW Wealth 7K Seven Killings DO Officer IR,DR Resource. 12 stars by year/day branch. Useful>joyful>harmful>hostile>idle. Luck: god, stage, star by the key; months from the day given; *now",
    pillars: { year: "Y", month: "M", day: "D", hour: "H" },
    elements: { wood: "wood", fire: "fire", earth: "earth", metal: "metal", water: "water" },
    tenGods: ["C", "RW", "EG", "HO", "IW", "DW", "7K", "DO", "IR", "DR"],
    dayMaster: "self",
    unknown: "unknown",
    rows: {
      birth: "Birth",
      pillars: "Pillars",
      stems: "Stems",
      branches: "Branches",
      hidden: "Hidden",
      stages: "Stages",
      ownStages: "Own stages",
      twelveStars: "12 stars",
      nayin: "Nayin",
      stars: "Stars",
      relations: "Relations",
      void: "Void",
      elements: "Elements",
      yinYang: "yang/yin",
      commanding: "in command",
      strength: "Strength",
      structure: "Structure",
      usefulGod: "Useful god",
      others: "by method",
      points: "Conception, breath, life",
      options: "Options",
      warnings: "Warnings",
      candidates: "Hour unknown, candidates",
      key: "Key",
      decades: "Decades",
      years: "Years",
      months: "Months",
    },
    name: ({ english }) => english,
  },
}
