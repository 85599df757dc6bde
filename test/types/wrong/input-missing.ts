import { composition } from "cubular/contract"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    s: { use: sum, in: { factor: { value: 2 } } }, // ✗ 2322: items
  },
  outputs: { total: "s.total" },
})
