import { defineCases } from "cubular/contract"
import filter from "./filter.ts"

const isA = { cube: "text/upper", input: "text", keep: { output: "text", equals: "A" } } as const

export default defineCases(filter, [
  {
    title: { en: "only what becomes an A, order kept", ko: "A가 되는 것만, 순서 그대로" },
    config: isA,
    inputs: { items: ["a", "b", "A", "ab"] },
    outputs: { items: ["a", "A"] },
  },
  {
    title: { en: "an output that is true or false answers by itself", ko: "참·거짓 출력은 그 자체가 답" },
    config: { cube: "flow/merge", input: "a", keep: { output: "value" } },
    inputs: { items: [true, false, true] },
    outputs: { items: [true, true] },
  },
  {
    title: { en: "a part of what the cube gives", ko: "큐브가 준 값의 일부" },
    config: { cube: "json/parse", input: "text", keep: { output: "value", pointer: "/a", equals: { b: 1, c: [] } } },
    inputs: { items: ['{"a":{"c":[],"b":1}}', "{}", '{"a":1}'] },
    outputs: { items: ['{"a":{"c":[],"b":1}}'] },
  },
  { title: { en: "nothing to keep", ko: "고를 것 없음" }, config: isA, inputs: { items: [] }, outputs: { items: [] } },
  {
    title: { en: "a text is neither yes nor no", ko: "글은 예도 아니요도 아님" },
    config: { cube: "text/upper", input: "text", keep: { output: "text" } },
    inputs: { items: ["a"] },
    error: "condition_not_boolean",
  },
  {
    title: { en: "a bad item fails the step", ko: "나쁜 항목이면 실패" },
    config: isA,
    inputs: { items: ["a", 1] },
    error: "inputs_refused",
  },
  {
    title: { en: "a cube nobody has is found out before the run", ko: "없는 큐브는 실행 전에 드러남" },
    config: { ...isA, cube: "text/nothing" },
    inputs: { items: [] },
    error: "missing_dependency",
  },
])
