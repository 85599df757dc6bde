/**
 * Stars (신살) that are lists: for each stem or branch of a base what is marked, or the ganji that are the star.
 *
 * @remarks Lists of 淵海子平 and 三命通會 in the form Korean handbooks print them.
 */

import { named } from "./naming.ts"
import type { FullAnalysisOptions, Named } from "./types.ts"

/**
 * How stars are looked up: "stem" from the day stem (from the year stem on request), "month" from the month branch, "branch" from
 * the year or day branch, "year" from the year branch; "ganji" are pillars anywhere, "dayGanji" the day pillar, "seasonGanji" the day
 * pillar in a season; "season" goes from the month branch to the other branches; "needle" is any of its characters, "nets" all
 * of them, "wonders" three stems side by side.
 */
export type StarGroup =
  | "stem"
  | "month"
  | "branch"
  | "year"
  | "ganji"
  | "dayGanji"
  | "seasonGanji"
  | "season"
  | "needle"
  | "nets"
  | "wonders"

/**
 * One star a line: id, hanja, hangul, romanized, English, marks. Marks go by stem 甲–癸 in "stem", by branch 子–亥 in "month",
 * "branch" (year or day) and "year", by season from spring in "seasonGanji" and "season".
 */
const LISTS: { readonly [group in StarGroup]: string } = {
  stem: `cheoneulGwiin,天乙貴人,천을귀인,cheoneul gwiin,Heavenly Noble,丑未 子申 亥酉 亥酉 丑未 子申 丑未 寅午 巳卯 巳卯
taegeukGwiin,太極貴人,태극귀인,taegeuk gwiin,Supreme Ultimate Noble,子午 子午 卯酉 卯酉 辰戌丑未 辰戌丑未 寅亥 寅亥 巳申 巳申
munchangGwiin,文昌貴人,문창귀인,munchang gwiin,Academic Star,巳 午 申 酉 申 酉 亥 子 寅 卯
mungokGwiin,文曲貴人,문곡귀인,mungok gwiin,Literary Star,亥 子 寅 卯 寅 卯 巳 午 申 酉
hakdangGwiin,學堂貴人,학당귀인,hakdang gwiin,Study Hall,亥 午 寅 酉 寅 酉 巳 子 申 卯
cheonjuGwiin,天廚貴人,천주귀인,cheonju gwiin,Heavenly Kitchen,巳 午 巳 午 申 酉 亥 子 寅 卯
gwangwiHakgwan,官貴學館,관귀학관,gwangwi hakgwan,Academy of Office,巳 巳 申 申 亥 亥 寅 寅 申 申
geumyeo,金輿,금여,geumyeo,Golden Carriage,辰 巳 未 申 未 申 戌 亥 丑 寅
amnok,暗祿,암록,amnok,Hidden Prosperity,亥 戌 申 未 申 未 巳 辰 寅 丑
geollok,建祿,건록,geollok,Prosperity Star,寅 卯 巳 午 巳 午 申 酉 亥 子
yangin,羊刃,양인,yangin,Goat Blade,卯 辰 午 未 午 未 酉 戌 子 丑
hongyeom,紅艶殺,홍염살,hongyeomsal,Red Allure,午 午 寅 未 辰 辰 戌 酉 子 申
biin,飛刃,비인,biin,Flying Blade,酉 戌 子 丑 子 丑 卯 辰 午 未
yuha,流霞,유하,yuha,Flowing Haze,酉 戌 未 申 巳 午 辰 卯 亥 寅
nakjeongGwansal,落井關殺,낙정관살,nakjeong gwansal,Falling into the Well,巳 子 申 戌 卯 巳 子 申 戌 卯
guginGwiin,國印貴人,국인귀인,gugin gwiin,National Seal Noble,戌 亥 丑 寅 丑 寅 辰 巳 未 申`,
  month: `cheondeokGwiin,天德貴人,천덕귀인,cheondeok gwiin,Heavenly Virtue Noble,巳 庚 丁 申 壬 辛 亥 甲 癸 寅 丙 乙
woldeokGwiin,月德貴人,월덕귀인,woldeok gwiin,Monthly Virtue Noble,壬 庚 丙 甲 壬 庚 丙 甲 壬 庚 丙 甲
cheondeokhap,天德合,천덕합,cheondeokhap,Heavenly Virtue Combination,申 乙 壬 巳 丁 丙 寅 己 戊 亥 辛 庚
woldeokhap,月德合,월덕합,woldeokhap,Monthly Virtue Combination,丁 乙 辛 己 丁 乙 辛 己 丁 乙 辛 己
cheonuiseong,天醫星,천의성,cheonuiseong,Heavenly Doctor,亥 子 丑 寅 卯 辰 巳 午 未 申 酉 戌`,
  branch: `dohwa,桃花,도화,dohwa,Peach Blossom,酉 午 卯 子 酉 午 卯 子 酉 午 卯 子
yeongma,驛馬,역마,yeongma,Travelling Horse,寅 亥 申 巳 寅 亥 申 巳 寅 亥 申 巳
hwagae,華蓋,화개,hwagae,Canopy Star,辰 丑 戌 未 辰 丑 戌 未 辰 丑 戌 未
jangseong,將星,장성,jangseong,General Star,子 酉 午 卯 子 酉 午 卯 子 酉 午 卯
geopsal,劫殺,겁살,geopsal,Robbery Star,巳 寅 亥 申 巳 寅 亥 申 巳 寅 亥 申
jaesal,災殺,재살,jaesal,Calamity Star,午 卯 子 酉 午 卯 子 酉 午 卯 子 酉
mangsin,亡身,망신,mangsin,Lost Spirit,亥 申 巳 寅 亥 申 巳 寅 亥 申 巳 寅`,
  year: `gosin,孤辰殺,고신살,gosinsal,Lonely Star,寅 寅 巳 巳 巳 申 申 申 亥 亥 亥 寅
gwasuk,寡宿殺,과숙살,gwasuksal,Widow Star,戌 戌 丑 丑 丑 辰 辰 辰 未 未 未 戌
hongnan,紅鸞,홍란,hongnan,Red Phoenix,卯 寅 丑 子 亥 戌 酉 申 未 午 巳 辰
cheonhui,天喜,천희,cheonhui,Heavenly Joy,酉 申 未 午 巳 辰 卯 寅 丑 子 亥 戌
sangmun,喪門,상문,sangmun,Funeral Door,寅 卯 辰 巳 午 未 申 酉 戌 亥 子 丑
jogaek,弔客,조객,jogaek,Mourning Guest,戌 亥 子 丑 寅 卯 辰 巳 午 未 申 酉`,
  ganji: `baekho,白虎大殺,백호대살,baekho daesal,White Tiger,甲辰 乙未 丙戌 丁丑 戊辰 壬戌 癸丑
goegang,魁罡殺,괴강살,goegangsal,Commanding Star,庚辰 庚戌 壬辰 壬戌 戊戌`,
  dayGanji: `goran,孤鸞殺,고란살,goransal,Lonely Phoenix,甲寅 乙巳 丁巳 戊申 辛亥
eumyangChachak,陰陽差錯,음양차착,eumyang chachak,Yin-Yang Mismatch,丙子 丁丑 戊寅 辛卯 壬辰 癸巳 丙午 丁未 戊申 辛酉 壬戌 癸亥
sibakDaepae,十惡大敗,십악대패,sibak daepae,Ten Evils Great Defeat,甲辰 乙巳 丙申 丁亥 戊戌 己丑 庚辰 辛巳 壬申 癸亥
ildeok,日德,일덕,ildeok,Day Virtue,甲寅 丙辰 戊辰 庚辰 壬戌
ilgwi,日貴,일귀,ilgwi,Day Noble,丁酉 丁亥 癸卯 癸巳`,
  seasonGanji: `cheonsa,天赦,천사,cheonsa,Heavenly Pardon,戊寅 甲午 戊申 甲子
sapye,四廢,사폐,sapye,Four Abandoned,庚申辛酉 壬子癸亥 甲寅乙卯 丙午丁巳`,
  season: "geupgak,急脚殺,급각살,geupgaksal,Hasty Foot,亥子 卯未 寅戌 丑辰",
  needle: "hyeonchim,懸針殺,현침살,hyeonchimsal,Hanging Needle,甲辛卯午申",
  nets: `cheolla,天羅,천라,cheolla,Heaven's Net,戌亥
jimang,地網,지망,jimang,Earth's Net,辰巳`,
  wonders: `cheonsangSamgi,天上三奇,천상삼기,cheonsang samgi,Three Wonders of Heaven,甲戊庚
jihaSamgi,地下三奇,지하삼기,jiha samgi,Three Wonders of Earth,乙丙丁
injungSamgi,人中三奇,인중삼기,injung samgi,Three Wonders of Man,壬癸辛`,
}

/** Lists that others follow, by the option that names them. A default has no text here. "-" marks nothing. */
const VARIANTS = {
  cheoneulGwiin: ["nobleOfGeng", { chouWei: "", yinWu: "丑未 子申 亥酉 亥酉 丑未 子申 寅午 寅午 巳卯 巳卯" }],
  gwangwiHakgwan: ["studyOfWater", { shen: "", yin: "巳 巳 申 申 亥 亥 寅 寅 寅 寅" }],
  yangin: ["blade", { afterLok: "", peak: "卯 寅 午 巳 午 巳 酉 申 子 亥", yangOnly: "卯 - 午 - 午 - 酉 - 子 -" }],
  hongyeom: ["hongyeomOfEul", { wu: "", shen: "午 申 寅 未 辰 辰 戌 酉 子 申" }],
  goegang: ["goegang", { korean: "", chinese: "庚辰 庚戌 壬辰 戊戌", six: "庚辰 庚戌 壬辰 壬戌 戊戌 戊辰" }],
  goran: ["goran", { five: "", eight: "甲寅 乙巳 丁巳 戊申 辛亥 丙午 戊午 壬子" }],
  hyeonchim: ["hyeonchim", { five: "", six: "甲辛卯午申未" }],
} as const

/** Options that choose a list. What is left out follows the default. */
export type StarListOptions = Partial<
  Pick<
    FullAnalysisOptions,
    "nobleOfGeng" | "studyOfWater" | "blade" | "hongyeomOfEul" | "goegang" | "goran" | "hyeonchim"
  >
>

/** A star and its default list. */
export interface StarEntry {
  readonly id: string
  readonly group: StarGroup
  readonly star: Named
  readonly marks: readonly string[]
}

const made: { entries?: readonly StarEntry[] } = {}

/** Every star that is a list, in the order they are told. */
export function starEntries(): readonly StarEntry[] {
  made.entries ??= (Object.keys(LISTS) as StarGroup[])
    .flatMap((group) => LISTS[group].split("\n").map((line) => [group, line] as const))
    .map(([group, line], index) => entryOf(group, line, index))
  return made.entries
}

function entryOf(group: StarGroup, line: string, index: number): StarEntry {
  const [id = "", hanja = "", hangul = "", romanized = "", english = "", marks = ""] = line.split(",")
  return { id, group, star: named(index, hanja, hangul, romanized, english), marks: marks.split(" ") }
}

/** The list that a star follows under these options, and its name: "default" where lists do not differ. */
export function listOf(
  { id, marks }: StarEntry,
  options: StarListOptions,
): { readonly marks: readonly string[]; readonly variant: string } {
  const known = (VARIANTS as { readonly [id: string]: (typeof VARIANTS)[keyof typeof VARIANTS] })[id]
  if (known === undefined) return { marks, variant: "default" }
  const lists: { readonly [variant: string]: string } = known[1]
  const variant = options[known[0]] ?? (Object.keys(lists)[0] as string)
  return { marks: lists[variant] ? marksOf(lists[variant]) : marks, variant }
}

const split = /* @__PURE__ */ new Map<string, readonly string[]>()

function marksOf(text: string): readonly string[] {
  const known = split.get(text) ?? text.split(" ")
  split.set(text, known)
  return known
}
