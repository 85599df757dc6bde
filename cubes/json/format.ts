import { defineCube } from "cubular/contract"
import * as z from "zod"

/** Writes a value as JSON text; `config.indent` spaces per level (0 to 8, default 0: one line). */
export default defineCube({
  id: "json/format",
  version: "1.0.0",
  color: "data",
  effect: "pure",
  title: { en: "Write JSON", ko: "JSON 쓰기" },
  summary: { en: "Turns a value into JSON text", ko: "값을 JSON 글로 바꿉니다" },
  config: z.strictObject({ indent: z.int().min(0).max(8).optional() }).optional(),
  inputs: { value: z.json() },
  outputs: { text: z.string() },
  create: (_, config) => ({ process: ({ value }) => ({ text: JSON.stringify(value, null, config?.indent ?? 0) }) }),
})
