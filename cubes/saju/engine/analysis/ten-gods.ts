/** Ten gods (십신): what a stem or branch is to the day stem, by element and by yin and yang. */
import { elementOfStem } from "./elements.ts"

/** Main hidden stem (정기) of each branch: 子 癸, 丑 己, 寅 甲 … 亥 壬. */
const MAIN_STEMS = "950142356748"

/**
 * Ten god of a stem, 0–9: 비견 겁재 식신 상관 편재 정재 편관 정관 편인 정인.
 *
 * @remarks Steps of generation from the day stem's element give the pair, agreement in yin and yang its first.
 */
export function tenGodOf(dayStem: number, stem: number): number {
  const steps = (elementOfStem(stem) - elementOfStem(dayStem) + 5) % 5
  return 2 * steps + ((dayStem ^ stem) & 1)
}

/** The main hidden stem of a branch: what a branch is for ten gods (체용의 용). */
export function mainStemOf(branch: number): number {
  return Number(MAIN_STEMS.charAt(branch))
}

/** Ten god of a branch by its main hidden stem. */
export function tenGodOfBranch(dayStem: number, branch: number): number {
  return tenGodOf(dayStem, mainStemOf(branch))
}
