import { defineCube } from "cubular/contract"
import * as z from "zod"

/** Splits a text at every `config.separator` (a plain text, not a pattern). */
export default defineCube({
  id: "text/split",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Split text", ko: "글 나누기" },
  summary: { en: "Cuts a text at a separator", ko: "구분 글자에서 글을 자릅니다" },
  config: z.strictObject({ separator: z.string().min(1).max(64) }),
  inputs: { text: z.string() },
  outputs: { texts: z.array(z.string()) },
  create: (_, { separator }) => ({ process: ({ text }) => ({ texts: text.split(separator) }) }),
})
