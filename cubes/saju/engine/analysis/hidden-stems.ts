/**
 * Stems hidden in branches (지장간), in both schools.
 *
 * @remarks "monthly" is 월률분야: residual, middle and main stem with their days of command in a month of thirty days, as
 * Korean handbooks print it (淵海子平 without its odd hours). "fixed" is 인원용사: the set without days that Chinese books
 * use, main stem first.
 */
import { elementOfStem } from "./elements.ts"
import type { HiddenStem } from "./types.ts"

/** A hidden stem before it is seen from a day stem. */
export type RawHiddenStem = Omit<HiddenStem, "tenGod">

const STEMS = "甲乙丙丁戊己庚辛壬癸"
const MONTHLY =
  "壬10癸20 癸9辛3己18 戊7丙7甲16 甲10乙20 乙9癸3戊18 戊7庚7丙16 丙10己9丁11 丁9乙3己18 戊7壬7庚16 庚10辛20 辛9丁3戊18 戊7甲7壬16"
const FIXED = "癸 己癸辛 甲丙戊 乙 戊乙癸 丙庚戊 丁己 己丁乙 庚壬戊 辛 戊辛丁 壬甲"
const PHASES = ["residual", "middle", "main"] as const

const known: { [school: string]: readonly (readonly RawHiddenStem[])[] } = {}

/** Hidden stems of a branch 0–11: residual first under "monthly", main first under "fixed". */
export function hiddenStemsOf(branch: number, school: "monthly" | "fixed"): readonly RawHiddenStem[] {
  known[school] ??= (school === "monthly" ? MONTHLY : FIXED).split(" ").map(school === "monthly" ? monthly : fixed)
  return known[school][branch] as readonly RawHiddenStem[]
}

function monthly(text: string): readonly RawHiddenStem[] {
  const parts = text.match(/\D\d+/g) as string[]
  return parts.map((part, at) => {
    const phase = parts.length === 2 && at === 1 ? "main" : (PHASES[at] as HiddenStem["phase"])
    return Object.freeze({ stem: STEMS.indexOf(part.charAt(0)), phase, days: Number(part.slice(1)) })
  })
}

function fixed(text: string): readonly RawHiddenStem[] {
  return [...text].map((stem, at) =>
    Object.freeze({ stem: STEMS.indexOf(stem), phase: PHASES[2 - at] as HiddenStem["phase"], days: null }),
  )
}

/**
 * How an element is rooted in a branch (통근): 0 not at all, 1 in the residual stem, 2 in the middle one, 3 in the main one;
 * the strongest where there are several.
 */
export function rootOf(element: number, branch: number, school: "monthly" | "fixed" = "monthly"): number {
  let root = 0
  for (const { stem, phase } of hiddenStemsOf(branch, school)) {
    if (elementOfStem(stem) === element) root = Math.max(root, PHASES.indexOf(phase) + 1)
  }
  return root
}
