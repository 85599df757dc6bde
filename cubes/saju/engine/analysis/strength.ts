/** How strong the day stem stands (신강·신약), by every method, with what each character gave. */
import { elementOfBranch, elementOfStem } from "./elements.ts"
import { namesOf } from "./naming.ts"
import {
  BRANCH_POINTS,
  BRANCH_WEIGHTS,
  fourTestsOf,
  STEM_POINTS,
  STEM_ROOT_WEIGHT,
  STEM_WEIGHT,
  strengthShares,
  strengthTables,
  supports,
} from "./strength-shares.ts"
import type { Named, Position, Strength, StrengthMethod } from "./types.ts"

export const STRENGTH_METHODS: readonly StrengthMethod[] = ["fourTests", "points", "hiddenStems", "roots"]
const POSITIONS: readonly Position[] = ["year", "month", "day", "hour"]
/** From these shares on the next level holds. Eight levels are Korean usage; tradition gives no numbers, the cuts are ours. */
const CUTS = [1500, 2700, 3800, 5000, 6000, 7200, 8500]
const LEVELS = `極弱,극약,geugyak,Extremely Weak;太弱,태약,taeyak,Very Weak;身弱,신약,sinyak,Weak;
中和身弱,중화신약,junghwasinyak,Balanced to Weak;中和身强,중화신강,junghwasingang,Balanced to Strong;身强,신강,singang,Strong;
太强,태강,taegang,Very Strong;極旺,극왕,geugwang,Extremely Strong`

type Part = Strength["parts"][number]
type Columns = readonly [year: number, month: number, day: number, hour: number]

/** Level 0–7 of a share in ten-thousandths. */
export function levelOf(share: number): number {
  const level = CUTS.findIndex((cut) => share < cut)
  return level < 0 ? CUTS.length : level
}

/** Name of a level 0–7. */
export const levelNamed = (level: number): Named => namesOf(LEVELS)[level] as Named

/** Weak up to 신약, neutral in the two 중화, strong from 신강 on. With "fourTests": up to 1, 2, 3 or more. */
export function verdictOf(level: number): Strength["verdict"] {
  if (level < 3) return "weak"
  return level < 5 ? "neutral" : "strong"
}

/** Strength by the four methods. Ganji 0–59; hour −1 when unknown: then only what is known is added up, above and below. */
export function strengthsOf(...columns: Columns): readonly Strength[] {
  const shares = strengthShares(...columns)
  return STRENGTH_METHODS.map((method) => {
    const level = levelOf(shares[method])
    const found = { method, share: shares[method], level: levelNamed(level), verdict: verdictOf(level) }
    const parts = partsOf(method, columns)
    return method === "fourTests" ? { ...found, parts, tests: testsOf(columns) } : { ...found, parts }
  })
}

const ownElement = (columns: Columns): number => elementOfStem(columns[2] % 10)
const testsOf = (columns: Columns): NonNullable<Strength["tests"]> => fourTestsOf(columns, ownElement(columns))

function partsOf(method: StrengthMethod, columns: Columns): readonly Part[] {
  const give = method === "fourTests" ? testPartsOf(columns) : GIVERS[method](columns)
  return columns.flatMap((ganji, column) =>
    ganji < 0
      ? []
      : (["stem", "branch"] as const).flatMap((part) => {
          const given = give(ganji, column, part)
          return given ? [{ pillar: POSITIONS[column] as Position, part, points: given[0], support: given[1] }] : []
        }),
  )
}

/** Points and support of one character, thousandths; undefined where the method does not look at it. */
type Giver = (ganji: number, column: number, part: "stem" | "branch") => readonly [number, number] | undefined

const GIVERS: { readonly [Method in Exclude<StrengthMethod, "fourTests">]: (columns: Columns) => Giver } = {
  points: (columns) => (ganji, column, part) => {
    const points = 1000 * (part === "stem" ? STEM_POINTS : (BRANCH_POINTS[column] as number))
    const element = part === "stem" ? elementOfStem(ganji % 10) : elementOfBranch(ganji % 12)
    return [points, supports(element, ownElement(columns)) ? points : 0]
  },
  hiddenStems: (columns) => {
    const { days, seasons } = strengthTables()
    const at = (columns[1] % 12) * 5
    return weighing(columns, STEM_WEIGHT, days, (element) => seasons[at + element] as number)
  },
  roots: (columns) => weighing(columns, STEM_ROOT_WEIGHT, strengthTables().roots, () => 10),
}

function weighing(columns: Columns, stemWeight: number, table: Uint8Array, scale: (element: number) => number): Giver {
  const own = ownElement(columns)
  return (ganji, column, part) => {
    let points = 0
    let support = 0
    for (let element = 0; element < 5; element++) {
      const shown = elementOfStem(ganji % 10) === element ? stemWeight : 0
      const hidden = (BRANCH_WEIGHTS[column] as number) * (table[(ganji % 12) * 5 + element] as number)
      const weight = (part === "stem" ? shown : hidden) * scale(element)
      points += weight
      if (supports(element, own)) support += weight
    }
    return [points, support]
  }
}

/** Thousandths of a third of a test, so that the test of the stems can be shared among two or three of them. */
const TEST = 3000

/** A branch has its test; the test of the stems is shared by the stems that decided it, the day stem looks on. */
function testPartsOf(columns: Columns): Giver {
  const own = ownElement(columns)
  const { stems } = fourTestsOf(columns, own)
  const decides = (ganji: number): boolean => supports(elementOfStem(ganji % 10), own) === stems
  const deciding = columns.filter((ganji, column) => column !== 2 && ganji >= 0 && decides(ganji)).length
  return (ganji, column, part) => {
    if (part === "stem") {
      if (column === 2) return undefined
      const points = decides(ganji) ? TEST / deciding : 0
      return [points, stems ? points : 0]
    }
    if (column === 0) return undefined
    const points = column === 1 ? 2 * TEST : TEST
    return [points, supports(elementOfBranch(ganji % 12), own) ? points : 0]
  }
}
