import { defineCases } from "cubular/contract"
import map from "./map.ts"

export default defineCases(map, [
  {
    title: { en: "every text in capitals, order kept", ko: "모든 글을 대문자로, 순서 그대로" },
    config: { cube: "text/upper", input: "text", output: "text" },
    inputs: { items: ["a", "b", "c"] },
    outputs: { items: ["A", "B", "C"] },
  },
  {
    title: { en: "nothing to do", ko: "할 일 없음" },
    config: { cube: "text/upper", input: "text", output: "text" },
    inputs: { items: [] },
    outputs: { items: [] },
  },
  {
    title: { en: "one bad item fails the step", ko: "나쁜 항목 하나면 실패" },
    config: { cube: "text/upper", input: "text", output: "text", concurrent: 1 },
    inputs: { items: ["a", 1] },
    error: "inputs_refused",
  },
])
