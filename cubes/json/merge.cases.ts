import { defineCases } from "cubular/contract"
import merge from "./merge.ts"

export default defineCases(merge, [
  {
    title: { en: "the later one wins", ko: "뒤의 것이 이김" },
    inputs: { values: [{ a: 1, b: 1 }, { b: 2 }] },
    outputs: { value: { a: 1, b: 2 } },
  },
  {
    title: { en: "nothing gives an empty object", ko: "없으면 빈 객체" },
    inputs: { values: [] },
    outputs: { value: {} },
  },
  {
    title: { en: "a list is not an object", ko: "목록은 객체가 아님" },
    inputs: { values: [[1]] },
    error: "inputs_refused",
  },
])
