import { defineCases } from "cubular/contract"
import type { output } from "zod"
import compact from "./compact.ts"
import { analyze, chart, decadeLuck, monthLuck, yearLuck } from "./engine/index.ts"
import type { sajuAnalysis } from "./ports/analysis.ts"
import type { sajuChart } from "./ports/chart.ts"
import type { decades, months, years } from "./ports/luck.ts"

/** Something as a wire brings it. */
const wired = <Value>(value: unknown): Value => JSON.parse(JSON.stringify(value))

const spring = chart({ date: "1990-05-01", time: "14:30", sex: "female" }, { now: "2026-11-21T00:00:00Z" })
const unknown = chart({ date: "1972-07-15", time: null })

export default defineCases(compact, [
  {
    title: { en: "a chart with decades, ten years and twelve months", ko: "대운과 열 해, 열두 달을 함께" },
    inputs: {
      chart: wired<output<typeof sajuChart>>(spring),
      analysis: wired<output<typeof sajuAnalysis>>(analyze(spring)),
      decades: wired<output<typeof decades>>(decadeLuck(spring)),
      years: wired<output<typeof years>>(yearLuck(spring, { from: 2026, to: 2035 })),
      months: wired<output<typeof months>>(monthLuck(spring, 2026)),
    },
    outputs: {
      text: [
        "사주 연|월|일|시. 봉/거=일간/자좌 운성, 12살=연지/일지, 용신>희>기>구>한. 운 글자: 십신 운성 12살(연지), 월운: 절입일. *현재·기준",
        "출생 1990-05-01 14:30 UTC+09:00, 평균시 -1800s, 여; 옵션 야자시, 입춘",
        "명식 庚午경오|庚辰경진|丙寅병인|乙未을미",
        "천간 편재|편재|일간|정인",
        "지지 겁재|식신|편인|상관",
        "지장간 丙己丁|乙癸戊|戊丙甲|丁乙己",
        "봉 제왕|관대|장생|쇠",
        "거 목욕|양|장생|양",
        "12살 장성/장성|월/월|지/지|반안/반안",
        "신살 양인 장성 현침|과숙 조객 괴강|문곡 학당 홍염|금여 유하 백호",
        "관계 丙庚剋 연일 월일,乙庚合 연시 월시,寅午半合 연일,午未六合 연시,寅未鬼門關 일시",
        "공망 일戌亥 연戌亥",
        "오행 목2(20%) 화2(20%) 토2(36%) 금2(23%) 수0(2%) 양/음 6/2 사령 戊",
        "강약 득령 20%, 점수 41%, *지장간 40% 중화신약, 통근 45%",
        "격국 정인격(여기 투출), 정기로는 식신격, 사령으로는 식신격, 상신 없음, 파격 투출",
        "용신 목>수>금>토>화(억부: 식상이 앞섬), 조후 수壬甲, 격국 수",
        "운 글자 甲편인 乙정인 丙비견 丁겁재 戊식신 己상관 庚편재 辛정재 壬편관 癸정관",
        "子정관 태 재,丑상관 양 천,寅편인 장생 지,卯정인 목욕 년,辰식신 관대 월,巳비견 건록 망신,午겁재 제왕 장성,未상관 쇠 반안,申편재 병 역마,酉정재 사 육해,戌식신 묘 화개,亥편관 절 겁",
        "대운 역행 만9세(1999-01-22)+10년: 己卯상관/정인 戊寅식신/편인 *丁丑겁재/상관 丙子비견/정관 乙亥정인/편관 甲戌편인/식신 癸酉정관/정재 壬申편관/편재 辛未정재/상관 庚午편재/겁재",
        "세운 2026丙午 丁未 戊申 己酉 庚戌 辛亥 壬子 癸丑 甲寅 乙卯",
        "월운 2026-02+: 4庚寅 5辛卯 5壬辰 5癸巳 6甲午 7乙未 7丙申 7丁酉 8戊戌 7己亥 7庚子 5辛丑",
      ].join("\n"),
    },
  },
  {
    title: { en: "an unknown hour, in English", ko: "시를 모르는 출생, 영어로" },
    inputs: {
      chart: wired<output<typeof sajuChart>>(unknown),
      analysis: wired<output<typeof sajuAnalysis>>(analyze(unknown)),
      lang: "en",
    },
    outputs: {
      text: [
        "Saju year|month|day|hour. C Companion RW Rob Wealth EG Eating God HO Hurting Officer IW,DW Wealth 7K Seven Killings DO Officer IR,DR Resource. 12 stars by year/day branch. Useful>joyful>harmful>hostile>idle. Luck: god, stage, star (by year branch) in the key; months from the day given. *now, deciding",
        "Birth 1972-07-15 hour unknown, sex unknown; Options split rat hour, year from ipchun",
        "Warnings hour_unknown",
        "Pillars 壬子임자|丁未정미|丁未정미|-",
        "Stems DO|C|self|-",
        "Branches 7K|EG|EG|-",
        "Hidden 壬癸|丁乙己|丁乙己|-",
        "Stages Severance|Coming of Age|Coming of Age|-",
        "Own stages Prime|Coming of Age|Coming of Age|-",
        "12 stars General/Year|Heaven/Canopy|Heaven/Canopy|-",
        "Stars Peach Blossom,General Star|Hidden Prosperity,Goat Blade,Red Allure,Canopy Star|Hidden Prosperity,Goat Blade,Red Allure,Canopy Star,Yin-Yang Mismatch,Hasty Foot|-",
        "Relations 丁壬合 YM YD,子未害怨嗔 YM YD",
        "Void D寅卯 Y寅卯",
        "Elements wood0(4%) fire2(39%) earth2(41%) metal0(0%) water2(17%) yang/yin 2/4 in command 丁",
        "Strength four tests 0%, points 24%, *hidden stems 43% Balanced to Weak, roots 47%",
        "Structure Eating God(none shown, main stem), by stem in command Peers in the Month, no helper",
        "Useful god wood>water>metal>earth>fire(balance: output weighs most), climate wood甲壬庚, structure metal",
        "Hour unknown, candidates 14: strong 0 balanced 7 weak 7",
      ].join("\n"),
    },
  },
  {
    title: { en: "a language there is none of is refused", ko: "없는 언어는 거절" },
    inputs: {
      chart: wired<output<typeof sajuChart>>(unknown),
      analysis: wired<output<typeof sajuAnalysis>>(analyze(unknown)),
      lang: "fr",
    },
    error: "inputs_refused",
  },
])
