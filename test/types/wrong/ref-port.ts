import { composition } from "cubular/contract"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    s: { use: sum, in: { items: { value: [1] } } },
    t: { use: sum, in: { items: { value: [1] }, factor: "s.totl" } }, // ✗ 2322: "s.totl" | "leads nowhere"
  },
  outputs: { total: "t.total" },
})
