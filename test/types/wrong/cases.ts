import { defineCases } from "cubular/contract"
import { sum } from "../cubes.ts"

export default defineCases(sum, [
  {
    title: { en: "…", ko: "…" },
    inputs: { items: [1] },
    outputs: { total: "1" }, // ✗ 2322: string | number
  },
])
