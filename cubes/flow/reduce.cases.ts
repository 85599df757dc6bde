import { defineCases } from "cubular/contract"
import reduce from "./reduce.ts"

const joined = { cube: "text/join", takes: { pair: "texts" }, output: "text" } as const

export default defineCases(reduce, [
  {
    title: { en: "texts put together, one after the other", ko: "글을 차례로 이어 붙이기" },
    config: joined,
    inputs: { items: ["을", "병", "정"], initial: "갑" },
    outputs: { value: "갑을병정" },
  },
  {
    title: { en: "objects put together, later members win", ko: "객체 합치기, 뒤의 항목이 우선" },
    config: { cube: "json/merge", takes: { pair: "values" }, output: "value" },
    inputs: { items: [{ a: 1 }, { b: 2 }, { a: 3 }], initial: {} },
    outputs: { value: { a: 3, b: 2 } },
  },
  {
    title: { en: "two ports: the last item that came", ko: "입력이 둘: 마지막 항목" },
    config: { cube: "flow/merge", takes: { value: "b", item: "a" }, output: "value" },
    inputs: { items: [1, 2, 3], initial: 0 },
    outputs: { value: 3 },
  },
  {
    title: { en: "of no items comes the initial value", ko: "항목이 없으면 처음 값" },
    config: joined,
    inputs: { items: [], initial: "갑" },
    outputs: { value: "갑" },
  },
  {
    title: { en: "a way that gives nothing", ko: "아무것도 나오지 않는 길" },
    config: { cube: "flow/branch", takes: { value: "value", item: "condition" }, output: "yes" },
    inputs: { items: [true, false], initial: "갑" },
    error: "call_output_missing",
  },
  {
    title: { en: "an item the cube refuses", ko: "큐브가 받지 않는 항목" },
    config: joined,
    inputs: { items: ["을", 1], initial: "갑" },
    error: "inputs_refused",
  },
  {
    title: { en: "which ports it takes must be said", ko: "어느 입력인지 적어야 함" },
    config: { cube: "text/join", takes: {}, output: "text" } as never,
    inputs: { items: [], initial: "" },
    error: "config_refused",
  },
])
