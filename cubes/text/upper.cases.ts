import { defineCases } from "cubular/contract"
import upper from "./upper.ts"

export default defineCases(upper, [
  {
    title: { en: "letters become capitals", ko: "글자를 대문자로" },
    inputs: { text: "cube" },
    outputs: { text: "CUBE" },
  },
  {
    title: { en: "one letter may become two", ko: "한 글자가 둘이 되기도 함" },
    inputs: { text: "ß 사주 1" },
    outputs: { text: "SS 사주 1" },
  },
  { title: { en: "a number is refused", ko: "숫자는 받지 않음" }, inputs: { text: 3 }, error: "inputs_refused" },
])
