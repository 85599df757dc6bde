import { defineCube } from "cubular/contract"
import * as z from "zod"

/** Joins texts in list order with `config.separator` between them (default: nothing). */
export default defineCube({
  id: "text/join",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Join texts", ko: "글 잇기" },
  summary: { en: "Puts texts together, in order", ko: "여러 글을 순서대로 잇습니다" },
  config: z.strictObject({ separator: z.string().max(64).optional() }).optional(),
  inputs: { texts: z.array(z.string()) },
  outputs: { text: z.string() },
  create: (_, config) => ({ process: ({ texts }) => ({ text: texts.join(config?.separator ?? "") }) }),
})
