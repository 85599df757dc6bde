import { defineCases } from "cubular/contract"
import batch from "./batch.ts"

/** Gives the list it takes. */
const same = { cube: "flow/merge", input: "a", output: "value" } as const

export default defineCases(batch, [
  {
    title: { en: "each run gets its own item back", ko: "실행마다 자기 항목의 결과를 받음" },
    config: same,
    inputs: { item: { a: 1 } },
    outputs: { value: { a: 1 } },
  },
  {
    title: { en: "items of a group of their own", ko: "따로 묶는 항목" },
    config: { ...same, size: 2, windowMs: 0 },
    inputs: { item: Uint8Array.of(1), group: "bytes" },
    outputs: { value: Uint8Array.of(1) },
  },
  {
    title: { en: "a cube that gives no list is not one for batches", ko: "목록을 주지 않는 큐브는 쓸 수 없음" },
    config: { cube: "text/join", input: "texts", output: "text" },
    inputs: { item: "a" },
    error: "batch_results_uneven",
  },
  {
    title: { en: "an item the cube refuses", ko: "큐브가 받지 않는 항목" },
    config: { cube: "text/join", input: "texts", output: "text" },
    inputs: { item: 1 },
    error: "inputs_refused",
  },
  {
    title: { en: "an output the cube does not have", ko: "큐브에 없는 출력" },
    config: { ...same, output: "values" },
    inputs: { item: 1 },
    error: "call_output_missing",
  },
  {
    title: { en: "a batch of none is refused", ko: "0개짜리 묶음은 안 됨" },
    config: { ...same, size: 0 },
    inputs: { item: 1 },
    error: "config_refused",
  },
])
