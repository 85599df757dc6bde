import { CubeError, defineCube } from "cubular/contract"
import { text_not_json } from "cubular/messages/en"
import * as z from "zod"

/** Reads a JSON text. Refuses what is not JSON, and numbers too large to be finite. */
export default defineCube({
  id: "json/parse",
  version: "1.0.0",
  color: "data",
  effect: "pure",
  title: { en: "Read JSON", ko: "JSON 읽기" },
  summary: { en: "Turns a JSON text into a value", ko: "JSON 글을 값으로 바꿉니다" },
  inputs: { text: z.string() },
  outputs: { value: z.json() },
  create: () => ({
    process({ text }) {
      try {
        return { value: JSON.parse(text) as z.core.util.JSONType }
      } catch {
        throw new CubeError({ ...text_not_json, path: ["inputs", "text"] })
      }
    },
  }),
})
