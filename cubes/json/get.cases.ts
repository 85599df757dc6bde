import { defineCases } from "cubular/contract"
import get from "./get.ts"

export default defineCases(get, [
  {
    title: { en: "a nested part", ko: "안쪽의 한 부분" },
    config: { pointer: "/day/stem" },
    inputs: { value: { day: { stem: "乙" } } },
    outputs: { value: "乙" },
  },
  {
    title: { en: "escaped keys and array indexes", ko: "특수한 키와 배열 번호" },
    config: { pointer: "/a~1b/1/m~0n" },
    inputs: { value: { "a/b": [0, { "m~n": true }] } },
    outputs: { value: true },
  },
  {
    title: { en: "an empty pointer is the whole", ko: "빈 포인터는 전체" },
    config: { pointer: "" },
    inputs: { value: [1, 2] },
    outputs: { value: [1, 2] },
  },
  {
    title: { en: "inherited names are not found", ko: "물려받은 이름은 없는 것" },
    config: { pointer: "/constructor", otherwise: null },
    inputs: { value: {} },
    outputs: { value: null },
  },
  {
    title: { en: "nothing there fails", ko: "없으면 실패" },
    config: { pointer: "/no" },
    inputs: { value: {} },
    error: "pointer_finds_nothing",
  },
])
