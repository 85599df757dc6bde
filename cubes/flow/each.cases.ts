import { defineCases } from "cubular/contract"
import each from "./each.ts"

const upper = { cube: "text/upper", input: "text", output: "text" } as const

export default defineCases(each, [
  {
    title: { en: "every text in capitals, as they come", ko: "오는 대로 모두 대문자로" },
    config: upper,
    inputs: { items: ["a", "b", "c"] },
    outputs: { items: ["A", "B", "C"] },
  },
  {
    title: { en: "several at once keep the order", ko: "여럿을 함께 해도 순서 그대로" },
    config: { ...upper, concurrent: 2 },
    inputs: { items: ["a", "b", "c"] },
    outputs: { items: ["A", "B", "C"] },
  },
  {
    title: { en: "one bad item fails the step", ko: "나쁜 항목 하나면 실패" },
    config: upper,
    inputs: { items: ["a", 1] },
    error: "inputs_refused",
  },
  {
    title: { en: "an output the cube does not have", ko: "큐브에 없는 출력" },
    config: { ...upper, output: "texts" },
    inputs: { items: ["a"] },
    error: "call_output_missing",
  },
])
