import { defineCases } from "cubular/contract"
import collect from "./collect.ts"

export default defineCases(collect, [
  {
    title: { en: "a stream becomes a list", ko: "스트림이 목록이 됨" },
    inputs: { items: [1, "둘", Uint8Array.of(3)] },
    outputs: { items: [1, "둘", Uint8Array.of(3)] },
  },
  { title: { en: "nothing came", ko: "아무것도 안 옴" }, inputs: { items: [] }, outputs: { items: [] } },
  {
    title: { en: "exactly as many as it holds", ko: "담을 수 있는 만큼" },
    config: { most: 2 },
    inputs: { items: [1, 2] },
    outputs: { items: [1, 2] },
  },
  {
    title: { en: "one more fails", ko: "하나만 더 와도 실패" },
    config: { most: 2 },
    inputs: { items: [1, 2, 3] },
    error: "stream_too_long",
  },
  {
    title: { en: "or the rest is left", ko: "또는 나머지를 남김" },
    config: { most: 2, over: "cut" },
    inputs: { items: [1, 2, 3] },
    outputs: { items: [1, 2] },
  },
])
