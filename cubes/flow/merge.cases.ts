import { defineCases } from "cubular/contract"
import merge from "./merge.ts"

export default defineCases(merge, [
  { title: { en: "the first that is there", ko: "있는 것 중 첫째" }, inputs: { b: 2, c: 3 }, outputs: { value: 2 } },
  { title: { en: "null is a value", ko: "null도 값" }, inputs: { a: null, b: 1 }, outputs: { value: null } },
  { title: { en: "nothing arrived", ko: "아무것도 오지 않음" }, inputs: {}, outputs: {} },
])
