import { defineCases } from "cubular/contract"
import retryUntil from "./retry-until.ts"

const shout = { cube: "text/upper", input: "text", output: "text" } as const

export default defineCases(retryUntil, [
  {
    title: { en: "it holds at once", ko: "바로 맞음" },
    config: { ...shout, until: { output: "text", equals: "A" } },
    inputs: { value: "a" },
    outputs: { value: "A", attempts: 1 },
  },
  {
    title: { en: "a part of what the cube gives", ko: "큐브가 준 값의 일부" },
    config: { cube: "json/parse", input: "text", output: "value", until: { output: "value", pointer: "/ready" } },
    inputs: { value: '{"ready":true}' },
    outputs: { value: { ready: true }, attempts: 1 },
  },
  {
    title: { en: "without a wire the cube is called with the constants alone", ko: "연결이 없으면 상수만으로 부름" },
    config: { cube: "text/upper", with: { text: "a" }, output: "text", until: { output: "text", equals: "A" } },
    inputs: {},
    outputs: { value: "A", attempts: 1 },
  },
  {
    title: { en: "it never holds", ko: "끝내 맞지 않음" },
    config: { ...shout, until: { output: "text", equals: "B" }, attempts: 3, delayMs: 60_000 },
    inputs: { value: "a" },
    error: "retry_exhausted",
  },
  {
    title: { en: "a failure that would come again is not tried again", ko: "다시 해도 실패할 일은 다시 하지 않음" },
    config: { cube: "json/parse", input: "text", output: "value", until: { output: "value" } },
    inputs: { value: "{" },
    error: "text_not_json",
  },
  {
    title: { en: "no attempt at all is refused", ko: "0번은 안 됨" },
    config: { ...shout, until: { output: "text" }, attempts: 0 },
    inputs: { value: "a" },
    error: "config_refused",
  },
])
