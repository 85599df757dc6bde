/** Twelve stages (12운성): how strong a stem stands on a branch, told as a life from birth to the womb. */

/** The branch where each stem is born (장생), 甲 亥, 乙 午, 丙戊 寅, 丁己 酉, 庚 巳, 辛 子, 壬 申, 癸 卯, as digits of base 12. */
const BIRTHS = "b629295083"
/** 戊 goes with 壬 and 己 with 癸 where earth shares the stages of water (수토동법). */
const EARTH_WITH_WATER = 4

/**
 * Stage of a stem on a branch, 0–11: 장생 목욕 관대 건록 제왕 쇠 병 사 묘 절 태 양.
 *
 * @param earth Whether earth shares the stages of fire (화토동법) or of water (수토동법).
 * @param yin Whether yin stems run backward from their own birth (양생음사) or like their yang twin (동생동사).
 */
export function stageOf(stem: number, branch: number, earth: "fire" | "water", yin: "backward" | "withYang"): number {
  const own = earth === "water" && stem >> 1 === 2 ? stem + EARTH_WITH_WATER : stem
  const runner = yin === "withYang" ? own & ~1 : own
  const steps = branch - Number.parseInt(BIRTHS.charAt(runner), 12)
  return ((runner % 2 === 0 ? steps : -steps) + 12) % 12
}
