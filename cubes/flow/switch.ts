import { defineCube, same } from "cubular/contract"
import * as z from "zod"

const key = z.union([z.string(), z.number(), z.boolean()])
const MOST_CASES = 8

/**
 * Sends a value one of up to nine ways. `config.cases` lists one to eight keys, texts, numbers or booleans, no two alike:
 * the first key of the list leads to `case1`, the second to `case2`, and so on; every other key leads to `otherwise`. A
 * text never equals a number. Steps fed by the ways not taken are skipped.
 */
export default defineCube({
  id: "flow/switch",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Switch", ko: "여러 갈래" },
  summary: { en: "Sends a value one of many ways", ko: "값을 여러 길 중 하나로 보냅니다" },
  config: z.strictObject({
    cases: z
      .array(key)
      .min(1)
      .max(MOST_CASES)
      .refine((keys) => new Set(keys).size === keys.length),
  }),
  inputs: { value: same("T"), key },
  outputs: {
    case1: same("T").optional(),
    case2: same("T").optional(),
    case3: same("T").optional(),
    case4: same("T").optional(),
    case5: same("T").optional(),
    case6: same("T").optional(),
    case7: same("T").optional(),
    case8: same("T").optional(),
    otherwise: same("T").optional(),
  },
  create(_, { cases }) {
    const ways = ["case1", "case2", "case3", "case4", "case5", "case6", "case7", "case8"] as const
    return {
      process({ value, key }) {
        const way = ways[cases.indexOf(key)]
        return way === undefined
          ? { otherwise: value }
          : ({ [way]: value } as { readonly [W in typeof way]?: typeof value })
      },
    }
  },
})
