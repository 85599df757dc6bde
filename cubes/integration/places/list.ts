import { spell } from "./spelling.ts"
import { countries } from "./tables/countries.ts"
import { korea } from "./tables/korea.ts"
import { world } from "./tables/world.ts"

/** A place of the list, in both languages. */
export interface ListedPlace {
  readonly ko: string
  readonly en: string
  readonly regionKo: string | null
  readonly regionEn: string | null
  /** ISO 3166-1. */
  readonly country: string
  /** 1: meant by who says no more; 2: an ordinary city; 3: a county. */
  readonly rank: number
  readonly timeZone: string
  readonly longitudeDeg: number
  readonly latitudeDeg: number
  /** Everything it is called, as `spell` writes it. */
  readonly names: ReadonlySet<string>
  /** What it lies in, as `spell` writes it. */
  readonly within: ReadonlySet<string>
}

/** First-order divisions of Korea by the codes of the table: Korean, also called, English. */
const PROVINCES: { readonly [code: string]: readonly [ko: string, others: string, en: string] } = {
  "01": ["제주", "제주도,제주특별자치도,Jeju-do", "Jeju"],
  "03": ["전북", "전라북도,전북특별자치도,전라도,Jeonbuk,Jeollabuk-do", "North Jeolla"],
  "05": ["충북", "충청북도,충청도,Chungbuk,Chungcheongbuk-do", "North Chungcheong"],
  "06": ["강원", "강원도,강원특별자치도,Gangwon-do", "Gangwon"],
  "10": ["부산", "부산광역시,부산시", "Busan"],
  "11": ["서울", "서울특별시,서울시", "Seoul"],
  "12": ["인천", "인천광역시,인천시", "Incheon"],
  "13": ["경기", "경기도,Gyeonggi-do", "Gyeonggi"],
  "14": ["경북", "경상북도,경상도,Gyeongbuk,Gyeongsangbuk-do", "North Gyeongsang"],
  "15": ["대구", "대구광역시,대구시", "Daegu"],
  "16": ["전남", "전라남도,전라도,Jeonnam,Jeollanam-do", "South Jeolla"],
  "17": ["충남", "충청남도,충청도,Chungnam,Chungcheongnam-do", "South Chungcheong"],
  "18": ["광주", "광주광역시,광주시", "Gwangju"],
  "19": ["대전", "대전광역시,대전시", "Daejeon"],
  "20": ["경남", "경상남도,경상도,Gyeongnam,Gyeongsangnam-do", "South Gyeongsang"],
  "21": ["울산", "울산광역시,울산시", "Ulsan"],
  "22": ["세종", "세종특별자치시,세종시", "Sejong"],
}

let read: readonly ListedPlace[] | undefined

/** The whole list, read when it is first asked for. */
export function listPlaces(): readonly ListedPlace[] {
  read ??= Object.freeze([...rowsOf(korea).map(koreanPlace), ...worldPlaces()])
  return read
}

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .map((row) => row.split("|"))
}

function spellings(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter((name) => name !== "").map(spell))
}

function koreanPlace(row: readonly string[]): ListedPlace {
  const [code, ko, full, en, longitude, latitude] = row as [string, string, string, string, string, string]
  const [provinceKo, others, provinceEn] = PROVINCES[code] as readonly [string, string, string]
  const whole = /(?:특별|광역|특별자치)시$/.test(full)
  const kind = full.endsWith("군") ? "gun" : "si"
  const city = full.endsWith("시") ? [`${ko}시`] : []
  return {
    ko,
    en,
    regionKo: whole ? null : provinceKo,
    regionEn: whole ? null : provinceEn,
    country: "KR",
    rank: whole ? 1 : kind === "si" ? 2 : 3,
    timeZone: "Asia/Seoul",
    longitudeDeg: Number(longitude),
    latitudeDeg: Number(latitude),
    names: spellings(ko, full, ...city, en, `${en}-${kind}`, `${en} ${kind === "si" ? "city" : "county"}`),
    within: spellings(provinceKo, provinceEn, ...others.split(","), "KR", "한국", "대한민국", "Korea", "South Korea"),
  }
}

function worldPlaces(): ListedPlace[] {
  const named = new Map(rowsOf(countries).map(([code, ko, en]) => [code as string, [ko, en] as [string, string]]))
  return rowsOf(world).map((row) => {
    const [code, rank, ko, en, others, timeZone, longitude, latitude] = row as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const country = named.get(code) as [string, string]
    return {
      ko,
      en,
      regionKo: null,
      regionEn: null,
      country: code,
      rank: Number(rank),
      timeZone,
      longitudeDeg: Number(longitude),
      latitudeDeg: Number(latitude),
      names: spellings(ko, `${ko}시`, en, `${en} City`, ...others.split(",")),
      within: spellings(code, ...country, ...(code === "US" ? ["USA"] : code === "GB" ? ["UK"] : [])),
    }
  })
}
