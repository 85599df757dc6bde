import { defineScenarios } from "cubular/contract/scenario"
import { sum } from "../cubes.ts"

const title = { en: "…", ko: "…" }

export default defineScenarios(
  sum,
  "adder",
  { inputs: { items: [1] } },
  {
    ok: { title, handlers: () => [], outputs: { total: 1 } },
    wrong: {
      title,
      handlers: () => [],
      outputs: { total: "1" }, // ✗ 2322: string | number
    },
  },
)
