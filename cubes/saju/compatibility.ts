import { defineCube } from "cubular/contract"
import { compatibility } from "./engine/index.ts"
import { sajuAnalysis } from "./ports/analysis.ts"
import { compatibilityScore, partnerSex, sajuCompatibility, weights } from "./ports/compatibility.ts"

/**
 * What two charts are to each other (궁합): facts first, then a score whose every point names its fact. Weights or
 * analyses that do not fit together fail the step with the engine's own code ("weights_all_zero",
 * "compatibility_schools_differ" …).
 */
export default defineCube({
  id: "saju/compatibility",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Compatibility", ko: "궁합" },
  summary: { en: "Relations between two charts, and a score from them", ko: "두 명식의 관계를 살피고 점수를 냅니다" },
  inputs: {
    a: sajuAnalysis,
    b: sajuAnalysis,
    sexA: partnerSex.optional(),
    sexB: partnerSex.optional(),
    weights: weights.optional(),
  },
  outputs: { compatibility: sajuCompatibility, score: compatibilityScore },
  provides: ["saju.compatibility"],
  create: () => ({
    process({ a, b, ...options }) {
      const found = compatibility(a, b, options)
      return { compatibility: found, score: found.score.total }
    },
  }),
})
