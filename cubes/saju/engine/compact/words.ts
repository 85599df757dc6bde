/** Words of the compact form: short, and explained in its first line where they are not plain. */
import type {
  FullAnalysisOptions,
  Named,
  Position,
  StrengthMethod,
  StructureSchool,
  UsefulGodMethod,
} from "../analysis/types.ts"
import type { Language } from "../interpretation/types.ts"
import type { Element } from "../names.ts"
import type { Boundary, Clock, FullOptions } from "../options.ts"

export interface Words {
  readonly lang: Language
  /** The line that explains the rest; `{bases}` and `{base}` are what the twelve stars of pillars and of luck count from. */
  readonly legend: string
  readonly starBases: { readonly [base in FullAnalysisOptions["twelveStarsBase"]]: string }
  readonly sexes: { readonly male: string; readonly female: string; readonly unknown: string }
  readonly clocks: { readonly [clock in Clock]: string }
  readonly directions: { readonly forward: string; readonly backward: string }
  readonly boundaries: { readonly [boundary in Boundary]: string }
  readonly yearBoundaries: { readonly [boundary in FullOptions["yearBoundary"]]: string }
  readonly hourUnknown: string
  readonly noon: string
  readonly decadesFrom: (age: number, date: string) => string
  readonly methods: { readonly [method in StrengthMethod]: string }
  readonly verdicts: { readonly strong: string; readonly neutral: string; readonly weak: string }
  readonly schools: { readonly [school in StructureSchool]: string }
  readonly usefulGodMethods: { readonly [method in UsefulGodMethod]: string }
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
    lang: "ko",
    legend:
      "사주 연|월|일|시. 봉/거=일간/자좌 운성, 12살={bases}, 용신>희>기>구>한. 운 글자: 십신 운성 12살({base}), 월운: 절입일. *현재·기준",
    starBases: { year: "연지", day: "일지", both: "연지/일지" },
    sexes: { male: "남", female: "여", unknown: "성별 모름" },
    clocks: { wall: "기록된 시계", standard: "표준시", mean: "평균시", apparent: "진태양시" },
    directions: { forward: "순행", backward: "역행" },
    boundaries: { split: "야자시", jasi: "정자시(jasi)", midnight: "자정" },
    yearBoundaries: { ipchun: "입춘", dongji: "동지", lunarNewYear: "음력설" },
    hourUnknown: "시각 모름",
    noon: "정오 기준",
    decadesFrom: (age, date) => `만${age}세(${date})+10년`,
    methods: { fourTests: "득령", points: "점수", hiddenStems: "지장간", roots: "통근" },
    verdicts: { strong: "신강", neutral: "중화", weak: "신약" },
    schools: { revealed: "투출로는", main: "정기로는", commanding: "사령으로는" },
    usefulGodMethods: {
      follow: "전왕",
      climate: "조후",
      balance: "억부",
      mediation: "통관",
      illness: "병약",
      structure: "격국",
    },
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
    lang: "en",
    legend:
      "Saju year|month|day|hour. C Companion RW Rob Wealth EG Eating God HO Hurting Officer IW,DW Wealth 7K Seven Killings DO Officer IR,DR Resource. 12 stars by {bases} branch. Useful>joyful>harmful>hostile>idle. Luck: god, stage, star (by {base} branch) in the key; months from the day given. *now, deciding",
    starBases: { year: "year", day: "day", both: "year/day" },
    sexes: { male: "male", female: "female", unknown: "sex unknown" },
    clocks: { wall: "recorded clock", standard: "standard time", mean: "mean time", apparent: "solar time" },
    directions: { forward: "forward", backward: "backward" },
    boundaries: { split: "split rat hour", jasi: "day from 23:00 (jasi)", midnight: "day from midnight" },
    yearBoundaries: {
      ipchun: "year from ipchun",
      dongji: "year from dongji",
      lunarNewYear: "year from lunar New Year",
    },
    hourUnknown: "hour unknown",
    noon: "from noon",
    decadesFrom: (age, date) => `from age ${age} (${date}) every ten years`,
    methods: { fourTests: "four tests", points: "points", hiddenStems: "hidden stems", roots: "roots" },
    verdicts: { strong: "strong", neutral: "balanced", weak: "weak" },
    schools: { revealed: "by revealed stem", main: "by main stem", commanding: "by stem in command" },
    usefulGodMethods: {
      follow: "follow",
      climate: "climate",
      balance: "balance",
      mediation: "mediation",
      illness: "illness",
      structure: "structure",
    },
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
