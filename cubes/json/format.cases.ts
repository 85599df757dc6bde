import { defineCases } from "cubular/contract"
import format from "./format.ts"

export default defineCases(format, [
  { title: { en: "one line", ko: "한 줄" }, inputs: { value: { a: [1, "갑"] } }, outputs: { text: '{"a":[1,"갑"]}' } },
  {
    title: { en: "indented", ko: "들여쓰기" },
    config: { indent: 2 },
    inputs: { value: [true] },
    outputs: { text: "[\n  true\n]" },
  },
])
