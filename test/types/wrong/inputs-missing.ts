import { composition } from "cubular/contract"
import { sum } from "../cubes.ts"

export default composition({
  id: "wrong",
  version: "1.0.0",
  cubes: {
    s: { use: sum }, // ✗ 2322: in:
  },
  outputs: { total: "s.total" },
})
