import { defineCases } from "cubular/contract"
import template from "./template.ts"

export default defineCases(template, [
  {
    title: { en: "values take their places", ko: "값이 제자리에" },
    config: { template: "{day} 일주, {n}번째 {{참고}}" },
    inputs: { values: { day: "乙卯", n: 3 } },
    outputs: { text: "乙卯 일주, 3번째 {참고}" },
  },
  {
    title: { en: "a missing value is named", ko: "빠진 값을 알려 줌" },
    config: { template: "{day}" },
    inputs: { values: {} },
    error: "template_value_missing",
  },
])
