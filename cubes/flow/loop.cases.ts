import { defineCases } from "cubular/contract"
import loop from "./loop.ts"

const quote = { cube: "json/format", input: "value", output: "text" } as const

export default defineCases(loop, [
  {
    title: { en: "quoted again and again, until it is quoted twice", ko: "두 번 따옴표로 감쌀 때까지" },
    config: { ...quote, until: { output: "text", equals: '"\\"a\\""' } },
    inputs: { state: "a" },
    outputs: { state: '"\\"a\\""', turns: 2 },
  },
  {
    title: { en: "it is called at least once", ko: "적어도 한 번은 부름" },
    config: { cube: "text/upper", input: "text", output: "text", until: { output: "text", equals: "A" }, turns: 1 },
    inputs: { state: "A" },
    outputs: { state: "A", turns: 1 },
  },
  {
    title: { en: "a loop that is not done within its budget fails", ko: "정한 횟수 안에 끝나지 않으면 실패" },
    config: { ...quote, until: { output: "text", equals: "never" }, turns: 5 },
    inputs: { state: 1 },
    error: "loop_budget_exceeded",
  },
  {
    title: { en: "no budget, no loop", ko: "0번은 안 됨" },
    config: { ...quote, until: { output: "text" }, turns: 0 },
    inputs: { state: 1 },
    error: "config_refused",
  },
  {
    title: { en: "the condition must be a yes or no", ko: "조건은 참 아니면 거짓" },
    config: { ...quote, until: { output: "text" } },
    inputs: { state: 1 },
    error: "condition_not_boolean",
  },
  {
    title: { en: "a state the cube refuses", ko: "큐브가 받지 않는 상태" },
    config: { cube: "text/upper", input: "text", output: "text", until: { output: "text", equals: "A" } },
    inputs: { state: 1 },
    error: "inputs_refused",
  },
])
