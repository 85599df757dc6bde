import { defineCases } from "cubular/contract"
import journal from "./journal.ts"

const store = "saga"
const append = (...values: readonly string[]) => ({
  config: { op: "append", store } as const,
  inputs: { values: [...values] },
})

export default defineCases(journal, [
  {
    title: { en: "entries stand in the order they came", ko: "들어온 차례대로" },
    config: { op: "read", store },
    before: [append("reserve", "pay"), append("ship")],
    inputs: { from: 1 },
    outputs: {
      entries: [
        { position: 1, value: "pay" },
        { position: 2, value: "ship" },
      ],
      end: 3,
    },
  },
  {
    title: { en: "an empty one", ko: "빈 저널" },
    config: { op: "read", store },
    inputs: {},
    outputs: { entries: [], end: 0 },
  },
  {
    title: { en: "the next one goes on where the last ended", ko: "끝난 자리에서 이어짐" },
    config: { op: "append", store },
    before: [append("reserve")],
    inputs: { values: ["pay"], expected: 1 },
    outputs: { end: 2 },
  },
  {
    title: { en: "somebody else was faster", ko: "다른 쪽이 먼저 씀" },
    config: { op: "append", store },
    before: [append("reserve"), append("pay")],
    inputs: { values: ["pay"], expected: 1 },
    error: "journal_position",
  },
  {
    title: { en: "nothing to append", ko: "덧붙일 것이 없음" },
    config: { op: "append", store },
    inputs: { values: [] },
    error: "store_batch_refused",
  },
])
