/**
 * Stems the season asks for (조후), by day stem and month branch.
 *
 * @remarks After 窮通寶鑑 (궁통보감) in the common Korean summary of one line a month; editions differ in wording and in halves of
 * months, which this table does not tell apart.
 */

const STEMS = "甲乙丙丁戊己庚辛壬癸"
/** A row for each day stem, in it the months from 寅 to 丑, in each the main stem first. */
const ROWS = [
  "丙癸 庚丙丁戊己 庚丁壬 癸丁庚 癸丁庚 癸丁庚 庚丁壬 庚丁丙 庚甲丁壬癸 庚丁丙戊 丁庚丙 丁庚丙",
  "丙癸 丙癸 癸丙戊 癸 癸丙 癸丙 丙癸己 癸丙丁 癸辛 丙戊 丙 丙",
  "壬庚 壬己 壬甲 壬庚癸 壬庚 壬庚 壬戊 壬癸 甲壬 甲戊庚壬 壬戊己 壬甲",
  "甲庚 庚甲 甲庚 甲庚 壬庚癸 甲壬庚 甲庚丙戊 甲庚丙戊 甲庚戊 甲庚 甲庚 甲庚",
  "丙甲癸 丙甲癸 甲丙癸 甲丙癸 壬甲丙 癸丙甲 丙癸甲 丙癸 甲丙癸 甲丙 丙甲 丙甲",
  "丙庚甲 甲癸丙 丙癸甲 癸丙 癸丙 癸丙 丙癸 丙癸 甲丙癸 丙甲戊 丙甲戊 丙甲戊",
  "戊甲壬丙丁 丁甲庚丙 甲丁壬癸 壬戊丙丁 壬癸 丁甲 丁甲 丁甲丙 甲壬 丁丙 丁甲丙 丙丁甲",
  "己壬庚 壬甲 壬甲 壬甲癸 壬己癸 壬庚甲 壬甲戊 壬甲 壬甲 壬丙 丙戊壬甲 丙壬戊己",
  "庚丙戊 戊辛庚 甲庚 壬辛庚癸 癸庚辛 辛甲 戊丁 甲庚 甲丙 戊丙庚 戊丙 丙丁甲",
  "辛丙 庚辛 丙辛甲 辛 庚壬癸 庚辛壬癸 丁 辛丙 辛甲壬癸 庚辛戊丁 丙辛 丙丁",
]
const FIRE = 1
const WATER = 4

const known: (readonly number[])[] = /* @__PURE__ */ new Array(120)

/** Stems 0–9 asked for, the main one first. Shared and frozen. */
export function climateStems(dayStem: number, monthBranch: number): readonly number[] {
  const month = (monthBranch + 10) % 12
  const at = dayStem * 12 + month
  known[at] ??= Object.freeze([...cell(dayStem, month)].map((stem) => STEMS.indexOf(stem)))
  return known[at]
}

const cell = (dayStem: number, month: number): string => (ROWS[dayStem] as string).split(" ")[month] as string

/** Element a month presses for: fire in 亥子丑, water in 巳午未, null in between. */
export function neededIn(monthBranch: number): number | null {
  const quarter = Math.floor(((monthBranch + 1) % 12) / 3)
  if (quarter === 0) return FIRE
  return quarter === 2 ? WATER : null
}
