import { defineCube } from "cubular/contract"
import { chart } from "./engine/index.ts"
// Every host must answer alike for every zone and year, whatever its bundle was made for.
import "./engine/zones.ts"
import "./engine/years.ts"
import { birth, options } from "./ports/birth.ts"
import { fourPillars, sajuChart } from "./ports/chart.ts"

/**
 * The four pillars of a birth: the whole chart, and its pillars alone for cubes that need no more. What is wrong with a
 * birth or an option fails the step with the engine's own code ("time_part_out_of_range" …).
 */
export default defineCube({
  id: "saju/pillars",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Four pillars", ko: "사주 명식" },
  summary: { en: "Year, month, day and hour pillar of a birth", ko: "태어난 때의 연주, 월주, 일주, 시주를 구합니다" },
  inputs: { birth, options: options.optional() },
  outputs: { chart: sajuChart, pillars: fourPillars.meta({ title: { en: "Pillars", ko: "네 기둥" }, personal: true }) },
  provides: ["saju.pillars"],
  create: () => ({
    process({ birth, options }) {
      const found = chart(birth, options)
      return { chart: found, pillars: found.pillars }
    },
  }),
})
