import { composition } from "cubular/contract"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    s: { use: sum, in: { items: { value: [2] } } },
  },
  outputs: {
    total: "s.totals", // ✗ 2322: "s.totals" | "leads nowhere"
  },
})
