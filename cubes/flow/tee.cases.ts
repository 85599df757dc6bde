import { defineCases } from "cubular/contract"
import tee from "./tee.ts"

export default defineCases(tee, [
  {
    title: { en: "two copies, items and order alike", ko: "항목과 순서가 같은 둘" },
    inputs: { items: ["갑", "을", "병"] },
    outputs: { a: ["갑", "을", "병"], b: ["갑", "을", "병"] },
  },
  {
    title: { en: "with room for one item they go hand in hand", ko: "한 칸이면 나란히 감" },
    config: { ahead: 1 },
    inputs: { items: [1, 2, 3, 4, 5] },
    outputs: { a: [1, 2, 3, 4, 5], b: [1, 2, 3, 4, 5] },
  },
  { title: { en: "nothing twice", ko: "없는 것 둘" }, inputs: { items: [] }, outputs: { a: [], b: [] } },
  {
    title: { en: "no room at all is refused", ko: "한 칸도 없으면 거절" },
    config: { ahead: 0 },
    inputs: { items: [] },
    error: "config_refused",
  },
])
