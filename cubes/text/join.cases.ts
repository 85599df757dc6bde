import { defineCases } from "cubular/contract"
import join from "./join.ts"

export default defineCases(join, [
  {
    title: { en: "a separator stands between", ko: "사이에 구분 글자" },
    config: { separator: ", " },
    inputs: { texts: ["시", "일", "월", "년"] },
    outputs: { text: "시, 일, 월, 년" },
  },
  {
    title: { en: "no texts give an empty one", ko: "아무것도 없으면 빈 글" },
    inputs: { texts: [] },
    outputs: { text: "" },
  },
  {
    title: { en: "a list with a hole is refused", ko: "빈 자리가 있는 목록은 받지 않음" },
    inputs: { texts: ["a", null] },
    error: "inputs_refused",
  },
])
