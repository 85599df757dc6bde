import { defineCases } from "cubular/contract"
import cache from "./cache.ts"

const upper = { store: "cache", cube: "text/upper", input: "text", output: "text", ttlSec: 60 }

export default defineCases(cache, [
  {
    title: { en: "what the cube gives", ko: "큐브의 결과" },
    config: upper,
    inputs: { item: "a" },
    outputs: { value: "A" },
  },
  {
    title: { en: "the same again, kept meanwhile", ko: "보관해 둔 같은 결과" },
    config: upper,
    before: [{ config: upper, inputs: { item: "a" }, waitMs: 30_000 }],
    inputs: { item: "a" },
    outputs: { value: "A" },
  },
  {
    title: { en: "a failure is not kept", ko: "실패는 보관하지 않음" },
    config: { ...upper, cube: "json/parse", output: "value" },
    inputs: { item: "{" },
    error: "text_not_json",
  },
  {
    title: { en: "an output the cube does not have", ko: "큐브에 없는 출력" },
    config: { ...upper, output: "texts" },
    inputs: { item: "a" },
    error: "call_output_missing",
  },
])
