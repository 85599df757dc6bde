import { composition } from "cubular/contract"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    s: {
      use: sum,
      in: {
        items: { value: [1] },
        factor: { value: "2" }, // ✗ 2322: gives: "2" | takes: number | undefined
      },
    },
  },
  outputs: { total: "s.total" },
})
