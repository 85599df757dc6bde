import { defineCube } from "cubular/contract"
import * as z from "zod"

/** Upper case by Unicode's language-independent mapping: "ß" gives "SS", a Turkish "i" gives "I". */
export default defineCube({
  id: "text/upper",
  version: "1.0.0",
  color: "feature",
  effect: "pure",
  title: { en: "Upper case", ko: "대문자" },
  summary: { en: "Turns letters into capitals", ko: "글자를 대문자로 바꿉니다" },
  inputs: { text: z.string() },
  outputs: { text: z.string() },
  create: () => ({ process: ({ text }) => ({ text: text.toUpperCase() }) }),
})
