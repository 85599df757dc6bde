import { defineCases } from "cubular/contract"
import items from "./items.ts"

export default defineCases(items, [
  {
    title: { en: "a list becomes a stream", ko: "목록이 스트림이 됨" },
    inputs: { items: ["갑", 2, { c: null }] },
    outputs: { items: ["갑", 2, { c: null }] },
  },
  {
    title: { en: "an empty list, an empty stream", ko: "빈 목록, 빈 스트림" },
    inputs: { items: [] },
    outputs: { items: [] },
  },
  {
    title: { en: "what is no list is refused", ko: "목록이 아니면 거절" },
    inputs: { items: "갑" },
    error: "inputs_refused",
  },
])
