import { defineCases } from "cubular/contract"
import delay from "./delay.ts"

export default defineCases(delay, [
  {
    title: { en: "an hour later, the same", ko: "한 시간 뒤, 그대로" },
    config: { ms: 3_600_000 },
    inputs: { value: { a: 1 } },
    outputs: { value: { a: 1 } },
  },
  {
    title: { en: "no delay at all", ko: "바로" },
    config: { ms: 0 },
    inputs: { value: "갑" },
    outputs: { value: "갑" },
  },
])
