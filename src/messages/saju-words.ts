/** Words for the values that texts about charts carry: names of terms, whole seconds, values of options as people call them. */

type Params = { readonly [name: string]: unknown }
type Say = (value: unknown) => unknown
type Lang = "ko" | "en"

const TERMS: { readonly [lang in Lang]: string } = {
  ko: "소한 대한 입춘 우수 경칩 춘분 청명 곡우 입하 소만 망종 하지 소서 대서 입추 처서 백로 추분 한로 상강 입동 소설 대설 동지",
  en: "Sohan Daehan Ipchun Usu Gyeongchip Chunbun Cheongmyeong Gogu Ipha Soman Mangjong Haji Soseo Daeseo Ipchu Cheoseo Baengno Chubun Hanno Sanggang Ipdong Soseol Daeseol Dongji",
}

const WORDS: { readonly [lang in Lang]: { readonly [kind: string]: { readonly [value: string]: string } } } = {
  ko: {
    part: { year: "연", month: "월", day: "일", hour: "시", minute: "분", second: "초" },
    boundary: {
      split: "야자시·조자시(split)",
      jasi: "정자시, 23시에 날이 바뀜(jasi)",
      midnight: "자정에 날이 바뀜(midnight)",
    },
    clock: { wall: "기록된", standard: "표준시", mean: "평균태양시", apparent: "진태양시" },
    calendar: { korea: "한국", china: "중국" },
    method: {
      follow: "전왕(follow)",
      climate: "조후(climate)",
      balance: "억부(balance)",
      mediation: "통관(mediation)",
      illness: "병약(illness)",
      structure: "격국(structure)",
    },
  },
  en: { calendar: { korea: "Korea", china: "China" } },
}

/** Parameters that are said in words, by code: what each of them is. */
const SAID: { readonly [code: string]: { readonly [param: string]: string } } = {
  date_part_out_of_range: { part: "part" },
  time_part_out_of_range: { part: "part" },
  lunar_year_out_of_range: { calendar: "calendar" },
  date_outside_lunar_calendar: { calendar: "calendar" },
  priority_repeated: { method: "method" },
  rat_hour: { boundary: "boundary" },
  longitude_missing: { clock: "clock" },
  near_term: { term: "term", seconds: "seconds" },
  near_hour_edge: { seconds: "seconds" },
  near_day_edge: { seconds: "seconds" },
  near_new_year: { seconds: "seconds" },
  term_inside_day: { term: "term" },
}

/** The parameters of a text as a language says them; what has no word stays as it is. */
export function sayParams({ code, params }: { readonly code: string; readonly params: Params }, lang: Lang): Params {
  const kinds = Object.hasOwn(SAID, code) ? SAID[code] : undefined
  if (kinds === undefined) return params
  const said = Object.entries(params).map(([name, value]) => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    return [name, kind === undefined ? value : sayer(kind, lang)(value)]
  })
  return Object.fromEntries(said)
}

function sayer(kind: string, lang: Lang): Say {
  if (kind === "seconds") return (value) => (Number.isFinite(value) ? Math.round(value as number) : value)
  if (kind === "term") return (value) => TERMS[lang].split(" ")[Number(value)] ?? value
  const words = WORDS[lang][kind] ?? {}
  return (value) => (typeof value === "string" && Object.hasOwn(words, value) ? words[value] : value)
}
