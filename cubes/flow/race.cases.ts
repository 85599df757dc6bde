import { defineCases } from "cubular/contract"
import race from "./race.ts"

const parse = { cube: "json/parse", output: "value" } as const
const upper = { cube: "text/upper" } as const

export default defineCases(race, [
  {
    title: { en: "the first of the list wins when both are done at once", ko: "함께 끝나면 먼저 적은 것이 이김" },
    config: { cubes: [parse, upper], input: "text", output: "text" },
    inputs: { value: "[1]" },
    outputs: { value: [1], winner: 0 },
  },
  {
    title: { en: "one that fails does not win", ko: "실패한 것은 이기지 못함" },
    config: { cubes: [parse, upper], input: "text", output: "text" },
    inputs: { value: "[1" },
    outputs: { value: "[1", winner: 1 },
  },
  {
    title: { en: "all fail: the codes are listed", ko: "모두 실패하면 코드를 알려 줌" },
    config: { cubes: [parse, { ...parse, output: "nothing" }], input: "text", output: "text" },
    inputs: { value: "{" },
    error: "race_all_failed",
  },
  {
    title: { en: "one cube alone is no race", ko: "큐브 하나로는 경주가 안 됨" },
    config: { cubes: [upper], input: "text", output: "text" },
    inputs: { value: "a" },
    error: "config_refused",
  },
  {
    title: { en: "a cube is called in one version", ko: "같은 큐브는 한 버전으로만" },
    config: { cubes: [{ ...upper, range: "^1" }, upper], input: "text", output: "text" },
    inputs: { value: "a" },
    error: "config_refused",
  },
  {
    title: { en: "a cube nobody has is found out before the run", ko: "없는 큐브는 실행 전에 드러남" },
    config: { cubes: [upper, { cube: "text/nothing" }], input: "text", output: "text" },
    inputs: { value: "a" },
    error: "missing_dependency",
  },
])
