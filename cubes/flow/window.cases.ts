import { defineCases } from "cubular/contract"
import window from "./window.ts"

export default defineCases(window, [
  {
    title: { en: "by number, the last one shorter", ko: "개수로 묶고, 마지막은 짧게" },
    config: { count: 2 },
    inputs: { items: [1, 2, 3, 4, 5] },
    outputs: { windows: [[1, 2], [3, 4], [5]] },
  },
  {
    title: { en: "by time, where all come at once", ko: "시간으로 묶되 한꺼번에 오면 하나" },
    config: { ms: 1000 },
    inputs: { items: ["갑", "을", "병"] },
    outputs: { windows: [["갑", "을", "병"]] },
  },
  {
    title: { en: "nothing, and no empty list", ko: "없으면 빈 목록도 없음" },
    inputs: { items: [] },
    outputs: { windows: [] },
  },
  {
    title: { en: "a window of no items is refused", ko: "0개짜리 창은 거절" },
    config: { count: 0 },
    inputs: { items: [] },
    error: "config_refused",
  },
])
