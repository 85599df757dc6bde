/** What goes by stem and branch in every book: names, animal, colour, season and direction of a pillar. */
import { branchNamed, stemNamed } from "./names.ts"
import { namesOf } from "./naming.ts"
import type { Named, Signs } from "./types.ts"

const ANIMALS = `鼠,쥐,jwi,Rat;牛,소,so,Ox;虎,호랑이,horangi,Tiger;兔,토끼,tokki,Rabbit;龍,용,yong,Dragon;蛇,뱀,baem,Snake;
馬,말,mal,Horse;羊,양,yang,Goat;猴,원숭이,wonsungi,Monkey;鷄,닭,dak,Rooster;狗,개,gae,Dog;豬,돼지,dwaeji,Pig`
/** 오방색, by the element of the stem: a 庚午 year is one of the white horse. */
const COLORS = "靑,청,cheong,Blue;赤,적,jeok,Red;黃,황,hwang,Yellow;白,백,baek,White;黑,흑,heuk,Black"
const SEASONS = ["spring", "summer", "autumn", "winter"] as const
const DIRECTIONS = ["east", "south", "west", "north"] as const

const made: (Signs | undefined)[] = []

/**
 * Signs of a pillar, frozen and shared. The months from 寅 are three to a season, and its direction with it: 寅卯辰 spring and
 * east, 巳午未 summer and south, 申酉戌 autumn and west, 亥子丑 winter and north (方合).
 *
 * @param index - ganji 0–59.
 */
export function signsOf(index: number): Signs {
  made[index] ??= createSigns(index % 10, index % 12)
  return made[index]
}

function createSigns(stem: number, branch: number): Signs {
  const quarter = Math.floor(((branch + 10) % 12) / 3)
  return Object.freeze({
    stem: stemNamed(stem),
    branch: branchNamed(branch),
    animal: namesOf(ANIMALS)[branch] as Named,
    color: namesOf(COLORS)[stem >> 1] as Named,
    season: SEASONS[quarter] as Signs["season"],
    direction: DIRECTIONS[quarter] as Signs["direction"],
  })
}
