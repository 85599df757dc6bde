import { composition } from "cubular/contract"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    t: { use: sum, in: { items: { value: [1] }, factor: "s.total" } }, // ✗ 2322: "s.total" | "leads nowhere"
  },
  outputs: { total: "t.total" },
})
