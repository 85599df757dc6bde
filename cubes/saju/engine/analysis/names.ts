/** Names of what an analysis counts: stems, branches, ten gods, stages, twelve stars. Made when first asked for, then shared. */
import { namesOf } from "./naming.ts"
import type { Named, Stage, TenGod, TwelveStar } from "./types.ts"

export { named } from "./naming.ts"
export { nayinNamed } from "./nayin.ts"

const STEMS = `甲,갑,gap,Yang Wood;乙,을,eul,Yin Wood;丙,병,byeong,Yang Fire;丁,정,jeong,Yin Fire;戊,무,mu,Yang Earth;
己,기,gi,Yin Earth;庚,경,gyeong,Yang Metal;辛,신,sin,Yin Metal;壬,임,im,Yang Water;癸,계,gye,Yin Water`
const BRANCHES = `子,자,ja,Rat;丑,축,chuk,Ox;寅,인,in,Tiger;卯,묘,myo,Rabbit;辰,진,jin,Dragon;巳,사,sa,Snake;
午,오,o,Horse;未,미,mi,Goat;申,신,sin,Monkey;酉,유,yu,Rooster;戌,술,sul,Dog;亥,해,hae,Pig`
const TEN_GODS = `比肩,비견,bigyeon,Companion;劫財,겁재,geopjae,Rob Wealth;食神,식신,siksin,Eating God;
傷官,상관,sanggwan,Hurting Officer;偏財,편재,pyeonjae,Indirect Wealth;正財,정재,jeongjae,Direct Wealth;
偏官,편관,pyeongwan,Seven Killings;正官,정관,jeonggwan,Direct Officer;偏印,편인,pyeonin,Indirect Resource;
正印,정인,jeongin,Direct Resource`
const STAGES = `長生,장생,jangsaeng,Birth;沐浴,목욕,mogyok,Bath;冠帶,관대,gwandae,Coming of Age;建祿,건록,geollok,Office;
帝旺,제왕,jewang,Prime;衰,쇠,soe,Decline;病,병,byeong,Sickness;死,사,sa,Death;墓,묘,myo,Tomb;絶,절,jeol,Severance;
胎,태,tae,Conception;養,양,yang,Nurture`
const TWELVE_STARS = `劫殺,겁살,geopsal,Robbery Star;災殺,재살,jaesal,Calamity Star;天殺,천살,cheonsal,Heaven Star;
地殺,지살,jisal,Earth Star;年殺,년살,nyeonsal,Year Star;月殺,월살,wolsal,Month Star;亡身殺,망신살,mangsinsal,Lost Spirit;
將星殺,장성살,jangseongsal,General Star;攀鞍殺,반안살,banansal,Saddle Star;驛馬殺,역마살,yeongmasal,Travelling Horse;
六害殺,육해살,yukhaesal,Six Harms Star;華蓋殺,화개살,hwagaesal,Canopy Star`

/** A stem (천간), 0–9. */
export function stemNamed(stem: number): Named {
  return namesOf(STEMS)[stem] as Named
}

/** A branch (지지), 0–11; in English its animal. */
export function branchNamed(branch: number): Named {
  return namesOf(BRANCHES)[branch] as Named
}

/** A ten god (십신), 0–9. */
export function tenGodNamed(tenGod: number): TenGod {
  return namesOf(TEN_GODS)[tenGod] as TenGod
}

/** One of the twelve stages (12운성), 0–11. */
export function stageNamed(stage: number): Stage {
  return namesOf(STAGES)[stage] as Stage
}

/** One of the twelve stars (12신살), 0–11. */
export function twelveStarNamed(twelveStar: number): TwelveStar {
  return namesOf(TWELVE_STARS)[twelveStar] as TwelveStar
}
