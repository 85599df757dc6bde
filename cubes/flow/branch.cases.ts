import { defineCases } from "cubular/contract"
import branch from "./branch.ts"

export default defineCases(branch, [
  {
    title: { en: "true goes to yes", ko: "참이면 yes" },
    inputs: { value: "갑", condition: true },
    outputs: { yes: "갑" },
  },
  {
    title: { en: "false goes to no", ko: "거짓이면 no" },
    inputs: { value: [1], condition: false },
    outputs: { no: [1] },
  },
  {
    title: { en: "a condition is true or false", ko: "조건은 참 아니면 거짓" },
    inputs: { value: 1, condition: 1 },
    error: "inputs_refused",
  },
])
