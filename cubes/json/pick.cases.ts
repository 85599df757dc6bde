import { defineCases } from "cubular/contract"
import pick from "./pick.ts"

export default defineCases(pick, [
  {
    title: { en: "two of three", ko: "셋 중 둘" },
    config: { keys: ["b", "a"] },
    inputs: { value: { a: 1, b: null, c: 3 } },
    outputs: { value: { b: null, a: 1 } },
  },
  {
    title: { en: "absent and inherited names are left out", ko: "없는 이름은 빠짐" },
    config: { keys: ["toString", "x"] },
    inputs: { value: { a: 1 } },
    outputs: { value: {} },
  },
])
