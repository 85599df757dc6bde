import { defineCases } from "cubular/contract"
import parse from "./parse.ts"

export default defineCases(parse, [
  {
    title: { en: "an object", ko: "객체" },
    inputs: { text: ' {"a":[1,2.5e3,"\\uac11"]} ' },
    outputs: { value: { a: [1, 2500, "갑"] } },
  },
  {
    title: { en: "text that is not JSON is refused", ko: "JSON이 아니면 거부" },
    inputs: { text: "{a:1}" },
    error: "text_not_json",
  },
])
