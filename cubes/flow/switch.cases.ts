import { defineCases } from "cubular/contract"
import toWays from "./switch.ts"

const cases = ["ko", "en", 3, true] as const

export default defineCases(toWays, [
  {
    title: { en: "the second key leads to the second way", ko: "둘째 열쇠는 둘째 길" },
    config: { cases: [...cases] },
    inputs: { value: { a: 1 }, key: "en" },
    outputs: { case2: { a: 1 } },
  },
  {
    title: { en: "numbers and booleans are keys too", ko: "수와 참·거짓도 열쇠" },
    config: { cases: [...cases] },
    inputs: { value: "갑", key: 3 },
    outputs: { case3: "갑" },
  },
  {
    title: { en: "a text never equals a number", ko: "글과 수는 같지 않음" },
    config: { cases: [...cases] },
    inputs: { value: "갑", key: "3" },
    outputs: { otherwise: "갑" },
  },
  {
    title: { en: "two keys alike are refused before the run", ko: "같은 열쇠 둘은 실행 전에 거절" },
    config: { cases: ["ko", "ko"] },
    inputs: { value: 1, key: "ko" },
    error: "config_refused",
  },
  {
    title: { en: "without keys it is no switch", ko: "열쇠가 없으면 갈래가 아님" },
    config: { cases: [] },
    inputs: { value: 1, key: "ko" },
    error: "config_refused",
  },
  {
    title: { en: "an object is no key", ko: "객체는 열쇠가 아님" },
    config: { cases: [...cases] },
    inputs: { value: 1, key: {} },
    error: "inputs_refused",
  },
])
