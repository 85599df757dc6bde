import { defineCases } from "cubular/contract"
import map from "./map.ts"

const upper = { cube: "text/upper", input: "text", output: "text" } as const

export default defineCases(map, [
  {
    title: { en: "every text in capitals, order kept", ko: "모든 글을 대문자로, 순서 그대로" },
    config: upper,
    inputs: { items: ["a", "b", "c"] },
    outputs: { items: ["A", "B", "C"] },
  },
  {
    title: { en: "nothing to do", ko: "할 일 없음" },
    config: upper,
    inputs: { items: [] },
    outputs: { items: [] },
  },
  {
    title: { en: "bytes are values too", ko: "바이트도 값" },
    config: { cube: "flow/merge", input: "a", output: "value" },
    inputs: { items: [Uint8Array.of(1, 2), "갑"] },
    outputs: { items: [Uint8Array.of(1, 2), "갑"] },
  },
  {
    title: { en: "one bad item fails the step", ko: "나쁜 항목 하나면 실패" },
    config: { ...upper, concurrent: 1 },
    inputs: { items: ["a", 1] },
    error: "inputs_refused",
  },
  {
    title: { en: "an output the cube does not have", ko: "큐브에 없는 출력" },
    config: { ...upper, output: "texts" },
    inputs: { items: ["a"] },
    error: "call_output_missing",
  },
  {
    title: { en: "an input the cube does not have", ko: "큐브에 없는 입력" },
    config: { ...upper, input: "letters" },
    inputs: { items: ["a"] },
    error: "inputs_refused",
  },
  {
    title: { en: "a cube nobody has is found out before the run", ko: "없는 큐브는 실행 전에 드러남" },
    config: { ...upper, cube: "text/nothing" },
    inputs: { items: [] },
    error: "missing_dependency",
  },
  {
    title: { en: "no lane at all is refused", ko: "한 번에 0개는 안 됨" },
    config: { ...upper, concurrent: 0 },
    inputs: { items: [] },
    error: "config_refused",
  },
])
