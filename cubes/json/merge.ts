import { defineCube } from "cubular/contract"
import * as z from "zod"

/** One object of many: later ones win, name by name, at the top level. */
export default defineCube({
  id: "json/merge",
  version: "1.0.0",
  color: "data",
  effect: "pure",
  title: { en: "Merge objects", ko: "객체 합치기" },
  summary: { en: "Later members replace earlier ones", ko: "뒤의 항목이 앞의 항목을 대신합니다" },
  inputs: { values: z.array(z.record(z.string(), z.json())) },
  outputs: { value: z.record(z.string(), z.json()) },
  create: () => ({
    process: ({ values }) => ({ value: Object.fromEntries(values.flatMap((value) => Object.entries(value))) }),
  }),
})
